package org.csoalliance.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.WebSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nobody learns who has an account: 200 known and 200 unknown addresses, asked in a random order,
 * get the same status, the same text of the same length, and times between which the best threshold
 * tells no better than 60 in 100.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EnumerationIT {
  private static final int EACH = 200;
  private static final int WARM_UP = 60;
  private static final double MOST_TOLD = 0.60;
  private static final String FAILURES = "delete from sign_in_failure";
  private static final String LINKS =
      "delete from application_link where email_key like '%@enumeration.example'";

  private record Answer(boolean known, int status, String text, long nanos) {}

  /** All addresses have one length, so that what is sent back has too. */
  private static String known(int i) {
    return String.format(Locale.ROOT, "k%05d@enumeration.example", i);
  }

  private static String unknown(int i) {
    return String.format(Locale.ROOT, "u%05d@enumeration.example", i);
  }

  @BeforeAll
  static void accounts() {
    Site.sql(
        "insert into account (email, email_key, name, password_hash, created_at)"
            + " select 'k' || lpad(n::text, 5, '0') || '@enumeration.example',"
            + " 'k' || lpad(n::text, 5, '0') || '@enumeration.example', 'Known ' || n,"
            + " (select password_hash from account where email_key = 'member@demo.example'), now()"
            + " from generate_series(0, "
            + (EACH + WARM_UP)
            + ") n");
  }

  @AfterAll
  static void noAccounts() {
    Site.sql(LINKS);
    Site.sql("delete from account where email_key like '%@enumeration.example'");
    Site.sql("delete from outbox_mail where recipient like '%@enumeration.example'");
    Site.sql(FAILURES);
  }

  @Test
  void signInTellsNobody() {
    same("/sign-in", Map.of("password", "not this one, nor that"));
  }

  @Test
  void resetTellsNobody() {
    same("/sign-in/forgotten", Map.of());
  }

  @Test
  void joinTellsNobody() {
    same("/join", Map.of("role", "PRIMARY"));
  }

  private static void same(String path, Map<String, String> others) {
    WebSession browser = new WebSession(Site.base());
    HttpResponse<String> form = browser.get(path);
    Map<String, String> fields = new java.util.LinkedHashMap<>(others);
    var inputs =
        java.util.regex.Pattern.compile("<input[^>]*name=\"([^\"]+)\"[^>]*>").matcher(form.body());
    while (inputs.find()) {
      var value = java.util.regex.Pattern.compile("value=\"([^\"]*)\"").matcher(inputs.group());
      fields.putIfAbsent(inputs.group(1), value.find() ? value.group(1) : "");
    }
    List<String> order = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      order.add(known(i));
      order.add(unknown(i));
    }
    Collections.shuffle(order, new Random(7));
    for (int i = 0; i < WARM_UP; i++) {
      ask(browser, path, fields, known(EACH + i));
      ask(browser, path, fields, unknown(EACH + i));
    }
    List<Answer> answers = new ArrayList<>();
    for (String address : order) {
      answers.add(ask(browser, path, fields, address));
    }
    TreeSet<String> texts = new TreeSet<>(answers.stream().map(Answer::text).toList());
    assertEquals(
        List.of(200),
        answers.stream().map(Answer::status).distinct().toList(),
        () -> path + ": status, as of " + texts.first());
    assertEquals(1, texts.size(), () -> path + ": text " + texts.first() + texts.last());
    double told = bestThreshold(answers);
    System.out.printf(Locale.ROOT, "%s: the best threshold tells %.1f of 100%n", path, 100 * told);
    assertTrue(told <= MOST_TOLD, path + ": time tells " + told);
  }

  private static Answer ask(
      WebSession browser, String path, Map<String, String> fields, String address) {
    // the slowing down of a source is no matter of this test, nor how much is mailed for one
    Site.sql(FAILURES);
    Site.sql(LINKS);
    Map<String, String> filled = new java.util.LinkedHashMap<>(fields);
    filled.put("email", address);
    long begin = System.nanoTime();
    HttpResponse<String> answer = browser.post(path, filled);
    long nanos = System.nanoTime() - begin;
    return new Answer(
        address.startsWith("k"),
        answer.statusCode(),
        // the nonce of a script is another in every answer
        answer.body().replace(address, "X").replaceAll("nonce=\"[^\"]*\"", "nonce"),
        nanos);
  }

  /** The share that somebody tells rightly who knows the best threshold and its direction. */
  private static double bestThreshold(List<Answer> answers) {
    Answer[] byTime = answers.toArray(Answer[]::new);
    Arrays.sort(byTime, java.util.Comparator.comparingLong(Answer::nanos));
    int known = 0;
    int unknown = 0;
    int best = EACH;
    for (Answer answer : byTime) {
      known += answer.known() ? 1 : 0;
      unknown += answer.known() ? 0 : 1;
      best = Math.max(best, EACH + Math.abs(known - unknown));
    }
    return best / (2.0 * EACH);
  }
}
