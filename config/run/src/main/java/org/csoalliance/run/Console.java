package org.csoalliance.run;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** What a run says to the person who started it. */
class Console {
  static final String DEMO_PASSWORD = "Demonstration-2026";

  private static final List<String[]> SIGN_INS =
      List.of(
          new String[] {"member@demo.example", "CSO of a tanker fleet"},
          new String[] {"cruise@demo.example", "CSO of a cruise fleet, in the Cruise group"},
          new String[] {"deputy@demo.example", "alternate CSO in the tanker company"},
          new String[] {"applicant@demo.example", "not yet vetted"},
          new String[] {"editor@demo.example", "editor; a second one is editor2@demo.example"},
          new String[] {"vetting@demo.example", "vetting officer; also vetting2@demo.example"},
          new String[] {"organiser@demo.example", "organiser of events"},
          new String[] {"partner@demo.example", "a navy reporting centre"},
          new String[] {"authority@demo.example", "issues end-user certificates; also authority2"},
          new String[] {"pmsc@demo.example", "a private maritime security company"},
          new String[] {"auditor@demo.example", "auditor"},
          new String[] {"administrator@demo.example", "administrator"});

  private final PrintStream out;
  private final long begun = System.nanoTime();

  Console(PrintStream out) {
    this.out = out;
  }

  /** Says what begins now, with the seconds since the start. */
  void step(String what) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    out.printf(Locale.ROOT, "[%5.1f s] %s%n", seconds, what);
    out.flush();
  }

  void ready(RunningAlliance run, String firstAdministrator) {
    step("Ready");
    out.println();
    out.println("  CSO Alliance   " + run.baseUrl());
    out.println("  Its mails      " + run.mail().pageUrl());
    out.println("  Its logs       " + run.settings().home().resolve("logs"));
    out.println();
    if (run.settings().demo()) {
      out.println("  Demonstration sign-ins, password of all: " + DEMO_PASSWORD);
      for (String[] each : SIGN_INS) {
        out.printf("    %-28s %s%n", each[0], each[1]);
      }
    } else if (firstAdministrator != null) {
      out.println("  Make the first administrator, this link works once:");
      out.println("    " + firstAdministrator);
    }
    out.println();
    out.println("  Stop with Ctrl-C. Everything is kept for the next start.");
    out.println();
    out.flush();
  }

  /** The reason why a run ends, apart from other output. */
  void problem(String message) {
    out.println();
    out.println("  " + message.replace("\n", "\n  "));
    out.println();
    out.flush();
  }

  /** A console for tests: silent. */
  static Console silent() {
    return new Console(new PrintStream(java.io.OutputStream.nullOutputStream()));
  }
}
