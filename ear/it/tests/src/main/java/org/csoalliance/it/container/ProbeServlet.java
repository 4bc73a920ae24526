package org.csoalliance.it.container;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Calls the {@link ProbeBean} as the person of this request and says yes with the name, or no. */
@WebServlet("/it/probe")
public class ProbeServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @EJB private ProbeBean probe;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    String answer;
    try {
      answer =
          "yes "
              + switch (String.valueOf(request.getParameter("role"))) {
                case "MEMBER" -> probe.member();
                case "EDITOR" -> probe.editor();
                case "ADMINISTRATOR" -> probe.administrator();
                case "AUDITOR" -> probe.auditor();
                default -> probe.anyone();
              };
    } catch (EJBAccessException refused) {
      answer = "no";
    }
    response.getWriter().print(answer);
  }
}
