package org.csoalliance.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.WebSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an open session may do changes with the account, at its next request. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SessionRightsIT {
  private static final String EDITOR2 =
      "(select id from account where email_key = 'editor2@demo.example')";

  @AfterEach
  void restore() {
    Site.sql("update account set state = 'ACTIVE' where email_key = 'editor2@demo.example'");
    Site.sql("insert into account_role select " + EDITOR2 + ", 'EDITOR' on conflict do nothing");
  }

  @Test
  void aRoleTakenAwayIsGoneAtTheNextRequest() {
    WebSession editor = WebSession.signedIn(Site.base(), "editor2");
    assertEquals(200, editor.get("/editor/queue").statusCode());
    assertTrue(editor.get("/it/probe?role=EDITOR").body().startsWith("yes"));

    Site.sql("delete from account_role where role = 'EDITOR' and account_id = " + EDITOR2);

    assertEquals("no", editor.get("/it/probe?role=EDITOR").body());
    assertEquals(403, editor.get("/editor/queue").statusCode());
  }

  @Test
  void anEndedAccountIsSignedOutAtTheNextRequest() {
    WebSession editor = WebSession.signedIn(Site.base(), "editor2");
    assertEquals(200, editor.get("/me").statusCode());

    Site.sql("update account set state = 'ENDED' where email_key = 'editor2@demo.example'");

    HttpResponse<String> answer = editor.get("/me");
    assertEquals(302, answer.statusCode());
    assertTrue(answer.headers().firstValue("Location").orElse("").contains("/sign-in"));
    assertEquals("yes Visitor", editor.get("/it/probe").body());
  }

  @Test
  void aRaisedStampEndsEveryOpenSession() {
    WebSession one = WebSession.signedIn(Site.base(), "editor2");
    WebSession two = WebSession.signedIn(Site.base(), "editor2");

    Site.sql(
        "update account set session_stamp = session_stamp + 1"
            + " where email_key = 'editor2@demo.example'");

    assertEquals(302, one.get("/me").statusCode());
    assertEquals(302, two.get("/me").statusCode());
  }

  @Test
  void theSessionChangesItsIdAtSignInAndDiesAtSignOut() {
    WebSession member = new WebSession(Site.base());
    member.get("/sign-in");
    String before = member.sessionCookie();
    member.signIn("member@demo.example", WebSession.PASSWORD);
    String after = member.sessionCookie();
    assertNotEquals(before, after);
    assertEquals(200, member.get("/me").statusCode());

    member.signOut();

    WebSession replay = new WebSession(Site.base());
    assertEquals(302, replay.getWithCookie("/me", after).statusCode());
  }

  @Test
  void unknownAddressesAndWrongPasswordsGetTheSameAnswer() {
    HttpResponse<String> wrong =
        new WebSession(Site.base()).signIn("pmsc@demo.example", "not this one");
    HttpResponse<String> unknown =
        new WebSession(Site.base()).signIn("none@demo.example", "not this one");
    assertEquals(wrong.statusCode(), unknown.statusCode());
    assertEquals(
        plain(wrong.body()).replace("pmsc@demo.example", "X"),
        plain(unknown.body()).replace("none@demo.example", "X"));
  }

  private static String plain(String html) {
    return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }
}
