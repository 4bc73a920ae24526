package org.csoalliance.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.WebSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Thousands of parallel calls by several sessions: each answer must be that of the person who
 * asked, at the web constraint and at the EJB. Mechanisms that restore a session themselves failed
 * here.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ParallelAuthorisationIT {
  private static final int SESSIONS = 16;
  private static final int CONNECTIONS = 8;
  private static final int CALLS = 6_000;

  private static final Map<String, Set<String>> ROLES =
      Map.of(
          "member", Set.of("MEMBER"),
          "editor", Set.of("EDITOR"),
          "auditor", Set.of("AUDITOR"),
          "administrator", Set.of("ADMINISTRATOR"));

  private record Person(String who, WebSession session) {}

  @Test
  void eachCallIsAnsweredForThePersonWhoAsks() throws Exception {
    List<String> names = List.copyOf(ROLES.keySet());
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < SESSIONS; i++) {
      String who = names.get(i % names.size());
      people.add(new Person(who, WebSession.signedIn(Site.base(), who)));
    }
    Queue<String> wrong = new ConcurrentLinkedQueue<>();
    AtomicInteger answered = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS);
    List<Future<?>> running = new ArrayList<>();
    for (int thread = 0; thread < CONNECTIONS; thread++) {
      running.add(
          pool.submit(
              () -> {
                for (int call = 0; call < CALLS / CONNECTIONS; call++) {
                  ask(people.get(ThreadLocalRandom.current().nextInt(SESSIONS)), wrong);
                  answered.incrementAndGet();
                }
              }));
    }
    for (Future<?> each : running) {
      each.get(5, TimeUnit.MINUTES);
    }
    pool.shutdown();
    assertEquals(CALLS, answered.get());
    assertTrue(wrong.isEmpty(), () -> wrong.size() + " wrong answers, such as " + wrong.peek());
  }

  private static void ask(Person person, Queue<String> wrong) {
    String role =
        switch (ThreadLocalRandom.current().nextInt(4)) {
          case 0 -> "MEMBER";
          case 1 -> "EDITOR";
          case 2 -> "ADMINISTRATOR";
          default -> "AUDITOR";
        };
    boolean holds = ROLES.get(person.who()).contains(role);
    HttpResponse<String> bean = person.session().get("/it/probe?role=" + role);
    if (bean.statusCode() != 200 || bean.body().startsWith("yes") != holds) {
      wrong.add(person.who() + " as " + role + ": " + bean.statusCode() + " " + bean.body());
    }
    if (ThreadLocalRandom.current().nextInt(12) == 0) {
      HttpResponse<String> page = person.session().get("/admin/it-nothing");
      int expected = ROLES.get(person.who()).contains("ADMINISTRATOR") ? 404 : 403;
      if (page.statusCode() != expected) {
        wrong.add(person.who() + " at /admin: " + page.statusCode());
      }
    }
  }
}
