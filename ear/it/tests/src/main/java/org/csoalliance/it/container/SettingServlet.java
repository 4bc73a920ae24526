package org.csoalliance.it.container;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Sets a setting of the deployment while it runs, as no administrator can; empty takes it away. */
@WebServlet("/it/setting")
public class SettingServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    String name = request.getParameter("name");
    String value = request.getParameter("value");
    if (!name.startsWith("alliance.")) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    } else if (value.isEmpty()) {
      System.clearProperty(name);
    } else {
      System.setProperty(name, value);
    }
  }
}
