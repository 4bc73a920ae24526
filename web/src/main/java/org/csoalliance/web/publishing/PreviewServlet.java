package org.csoalliance.web.publishing;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.publishing.BulletinDraftService;
import org.csoalliance.publishing.Markdown;

/**
 * The live preview beside the form: the same renderer as the page. Nothing is kept. Without scripts
 * the form's own button shows the same.
 */
@WebServlet("/editor/preview")
public class PreviewServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @EJB private transient BulletinDraftService drafts;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setCharacterEncoding("UTF-8");
    String text = request.getParameter("text");
    String html;
    try {
      html =
          drafts.render(
              Math.max(0, BulletinDeskBean.id(request.getParameter("id"))),
              text == null ? "" : text);
    } catch (InvalidException refused) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      html = "";
    } catch (EJBAccessException forbidden) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    byte[] body =
        html.replace(Markdown.SITE + "/", request.getContextPath() + "/")
            .getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
