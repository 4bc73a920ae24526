package org.csoalliance.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The files of a stopped Payara domain: its ports, its memory, its properties and its log. */
final class PayaraDomain {
  private static final String CONFIG = "/domain/configs/config[@name='server-config']";
  private static final String LISTENER =
      CONFIG + "/network-config/network-listeners/network-listener";

  private final Path domain;

  /**
   * @param domain the folder of the domain
   */
  PayaraDomain(Path domain) {
    this.domain = domain;
  }

  /**
   * @param setup ports and properties
   * @param log the file the server writes its log to
   */
  void write(ServerSetup setup, Path log) throws IOException {
    Path file = domain.resolve("config/domain.xml");
    try {
      Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
      ports(xml, setup.ports());
      options(xml, setup);
      oneLog(xml, log);
      Path partial = file.resolveSibling("domain.xml.partial");
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(xml), new StreamResult(partial.toFile()));
      Files.move(partial, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (ParserConfigurationException
        | SAXException
        | TransformerException
        | XPathExpressionException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
    logging(log);
  }

  private static void ports(Document xml, Ports ports) throws XPathExpressionException {
    listen(xml, LISTENER + "[@name='http-listener-1']", ports.http());
    listen(xml, LISTENER + "[@name='admin-listener']", ports.admin());
    Element http =
        one(xml, CONFIG + "/network-config/protocols/protocol[@name='http-listener-1']/http");
    http.setAttribute("xpowered-by", "false");
    http.setAttribute("server-header", "false");
    // a request that waits for a thread counts as an idle connection: after 30 seconds without it
    // the connection ends, unanswered
    http.setAttribute("timeout-seconds", "120");
    one(xml, LISTENER + "[@name='http-listener-2']").setAttribute("enabled", "false");
    // five without it: whoever waits for a lock or a mail server keeps others waiting
    one(xml, CONFIG + "/thread-pools/thread-pool[@name='http-thread-pool']")
        .setAttribute("max-thread-pool-size", "32");
    String iiop = CONFIG + "/iiop-service/iiop-listener";
    listen(xml, iiop + "[@id='orb-listener-1']", ports.internal().get(0));
    listen(xml, iiop + "[@id='SSL']", ports.internal().get(1));
    listen(xml, iiop + "[@id='SSL_MUTUALAUTH']", ports.internal().get(2));
    one(xml, CONFIG + "/admin-service/jmx-connector").setAttribute("enabled", "false");
    withoutMessaging(xml);
    one(xml, "/domain/hazelcast-runtime-configuration")
        .setAttribute("das-port", Integer.toString(ports.internal().get(3)));
  }

  /**
   * The application sends no messages; the broker's port, once taken, would end the whole start.
   */
  private static void withoutMessaging(Document xml) throws XPathExpressionException {
    Element config = one(xml, CONFIG);
    if (config.getElementsByTagName("jms-service").getLength() == 0) {
      Element service = xml.createElement("jms-service");
      service.setAttribute("type", "DISABLED");
      service.setAttribute("default-jms-host", "default_JMS_host");
      Element host = xml.createElement("jms-host");
      host.setAttribute("name", "default_JMS_host");
      host.setAttribute("host", "127.0.0.1");
      service.appendChild(host);
      config.appendChild(service);
    }
  }

  /**
   * Another log than the server's would give a virtual server a thread that keeps the class loader
   * of the first archive.
   */
  private static void oneLog(Document xml, Path log) throws XPathExpressionException {
    for (String id : List.of("server", "__asadmin")) {
      one(xml, CONFIG + "/http-service/virtual-server[@id='" + id + "']")
          .setAttribute("log-file", log.toString().replace('\\', '/'));
    }
  }

  private static void listen(Document xml, String path, int port) throws XPathExpressionException {
    Element listener = one(xml, path);
    listener.setAttribute("port", Integer.toString(port));
    listener.setAttribute("address", "127.0.0.1");
  }

  private static void options(Document xml, ServerSetup setup) throws XPathExpressionException {
    Element java = one(xml, CONFIG + "/java-config");
    List<Element> old = new ArrayList<>();
    NodeList children = java.getElementsByTagName("jvm-options");
    for (int i = 0; i < children.getLength(); i++) {
      old.add((Element) children.item(i));
    }
    for (Element option : old) {
      String text = option.getTextContent();
      if (text.startsWith("-Xmx") || text.startsWith("-Dalliance.")) {
        java.removeChild(option);
      } else if (text.contains("additionalOSGiBundlesToStart")) {
        // the remote shell would listen on a port of its own
        option.setTextContent(text.replace("org.apache.felix.shell.remote,", ""));
      }
    }
    add(java, "-Xmx768m");
    setup.properties().forEach((name, value) -> add(java, "-D" + name + "=" + value));
  }

  private static void add(Element java, String text) {
    Element option = java.getOwnerDocument().createElement("jvm-options");
    option.setTextContent(text);
    Node first = java.getElementsByTagName("jvm-options").item(0);
    java.insertBefore(option, first);
  }

  private static Element one(Document xml, String path) throws XPathExpressionException {
    Node found =
        (Node) XPathFactory.newInstance().newXPath().evaluate(path, xml, XPathConstants.NODE);
    if (found == null) {
      throw new XPathExpressionException("nothing at " + path);
    }
    return (Element) found;
  }

  private void logging(Path log) throws IOException {
    Path file = domain.resolve("config/logging.properties");
    String handler = "com.sun.enterprise.server.logging.GFFileHandler.";
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.removeIf(
        line ->
            line.startsWith(handler + "file=")
                || line.startsWith(handler + "rotationLimitInBytes="));
    lines.add(handler + "file=" + log.toString().replace('\\', '/'));
    lines.add(handler + "rotationLimitInBytes=20000000");
    Files.write(file, lines);
  }
}
