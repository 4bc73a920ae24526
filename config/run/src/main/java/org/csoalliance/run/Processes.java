package org.csoalliance.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The processes of a run: started so that Ctrl-C does not reach them, and found again later. */
final class Processes {
  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private Processes() {}

  static boolean windows() {
    return WINDOWS;
  }

  /**
   * Ctrl-C goes to the whole process group of a terminal. In a session of its own a server is
   * spared it, and the launcher can stop things in their order. Without setsid (macOS) the server
   * hears Ctrl-C too and stops by itself.
   *
   * @param command program and arguments
   * @return the same command, in its own session where the system can
   */
  static List<String> ownSession(List<String> command) {
    List<String> whole = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      whole.add(SETSID.toString());
    }
    whole.addAll(command);
    return whole;
  }

  /**
   * @param program name of the executable, such as java
   * @param path a path that stands in the command line
   * @return the living processes of that program that name the path, this one left out
   */
  static List<ProcessHandle> naming(String program, Path path) {
    String needle = path.toString();
    long self = ProcessHandle.current().pid();
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != self && process.isAlive())
        .filter(process -> commandLine(process).contains(needle))
        .filter(process -> runs(process, program))
        .toList();
  }

  private static boolean runs(ProcessHandle process, String program) {
    String executable =
        process.info().command().orElseGet(() -> commandLine(process).split("\0", 2)[0]);
    String name =
        executable.substring(
            Math.max(executable.lastIndexOf('/'), executable.lastIndexOf('\\')) + 1);
    return name.equals(program) || name.equals(program + ".exe");
  }

  /** ProcessHandle cuts long command lines short on Linux; /proc does not. */
  private static String commandLine(ProcessHandle process) {
    try {
      Path whole = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      if (Files.exists(whole)) {
        return new String(Files.readAllBytes(whole), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      return "";
    }
    return process.info().commandLine().orElse("");
  }

  /** Asks the processes to end, and makes them when they have not after so many seconds. */
  static void end(List<ProcessHandle> processes, int seconds) {
    processes.forEach(ProcessHandle::destroy);
    await(processes, seconds);
  }

  /** Waits for the end of the processes, and forces it after so many seconds. */
  static void await(List<ProcessHandle> processes, int seconds) {
    for (ProcessHandle process : processes) {
      try {
        process.onExit().get(seconds, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        process.destroyForcibly();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        process.destroyForcibly();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Runs a command of a server to its end; its output goes to the end of the given file. */
  static void run(String what, List<String> command, Path output) {
    try {
      Files.createDirectories(output.getParent());
      LogFile log = LogFile.open(output);
      Process process = start(command, output);
      int code = process.waitFor();
      if (code != 0) {
        throw new RunException(what + " failed. The end of " + output + ":\n" + log.tail(20));
      }
    } catch (IOException e) {
      throw new RunException(what + " failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunException(what + " was interrupted.", e);
    }
  }

  /** Starts a command in its own session, with this Java, its output at the end of the file. */
  static Process start(List<String> command, Path output) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(ownSession(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("AS_JAVA", System.getProperty("java.home"));
    builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
    builder.environment().put("NOPAUSE", "true");
    // options meant for Maven or the shell must not reach the server
    builder.environment().keySet().removeAll(List.of("JAVA_OPTS", "JBOSS_HOME", "AS_INSTALL"));
    builder
        .environment()
        .put(
            "JBOSS_JAVA_SIZING",
            "-Xms64m -Xmx768m -XX:MetaspaceSize=96M -XX:MaxMetaspaceSize=512m");
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }
}
