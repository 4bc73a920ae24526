package org.csoalliance.platform.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClamdScannerTest {
  @Test
  void asksClamdAndUnderstandsIt() throws Exception {
    try (FakeClamd clamd = new FakeClamd()) {
      assertTrue(clamd.scanner().configured());
      assertNull(clamd.scanner().scan(new byte[300_000]));
      assertEquals("Win.Test.MALWARE-1", clamd.scanner().scan("this is MALWARE".getBytes(UTF_8)));
      clamd.answer("INSTREAM size limit exceeded. ERROR");
      assertThrows(IOException.class, () -> clamd.scanner().scan(new byte[] {1}));
    }
    assertFalse(FakeClamd.none().configured());
  }

  @Test
  void aScannerThatIsDownOrSilentIsAFaultAndNoVerdict() throws Exception {
    int port;
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = silent.getLocalPort();
      MalwareScanner hasty =
          new ClamdScanner(
              Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)),
              Duration.ofMillis(200));
      assertThrows(IOException.class, () -> hasty.scan(new byte[] {1}));
    }
    int gone = port;
    assertThrows(IOException.class, () -> FakeClamd.scanner(gone).scan(new byte[] {1}));
  }
}
