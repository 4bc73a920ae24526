package org.csoalliance.web.shared;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The static files of the face: style sheets, scripts, pictures and fonts, held in memory,
 * compressed once, under an address that changes when any of them changes. Pages write {@code
 * #{assets.url('img/icons.svg')}}.
 *
 * <p>{@code css/site.css} and {@code css/light.css} are put together here from the design's files,
 * so that a page over a satellite asks once. Relative addresses inside of style sheets keep working
 * because all files share one version.
 */
@Named
@ApplicationScoped
public class Assets {
  /**
   * One file.
   *
   * @param type the content type
   * @param plain the bytes
   * @param gzip the bytes compressed, null where that gains nothing
   * @param tag the entity tag, with its quotation marks
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Asset(String type, byte[] plain, byte[] gzip, String tag) {}

  private static final String FOLDER = "/WEB-INF/assets/";
  private static final String LEAFLET = "META-INF/resources/webjars/leaflet/1.9.4/dist/";
  private static final List<String> LEAFLET_FILES =
      List.of(
          "leaflet.js",
          "leaflet.css",
          "images/layers.png",
          "images/layers-2x.png",
          "images/marker-icon.png",
          "images/marker-icon-2x.png",
          "images/marker-shadow.png");
  private static final Map<String, List<String>> BUNDLES =
      Map.of(
          "css/light.css", List.of("css/tokens.css", "css/app.css"),
          "css/site.css", List.of("css/tokens.css", "css/app.css", "css/fonts.css"));
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=UTF-8",
          "js", "text/javascript; charset=UTF-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2",
          "txt", "text/plain; charset=UTF-8");

  @Inject private ServletContext servlet;

  private String root = "";
  private String version = "";
  private Map<String, Asset> files = Map.of();

  /** Called by the container, which then calls {@link #load}. */
  public Assets() {}

  /** For tests: holds the given files. */
  Assets(String root, Map<String, byte[]> files) {
    hold(root, files);
  }

  @PostConstruct
  void load() {
    Map<String, byte[]> found = new TreeMap<>();
    collect(FOLDER, found);
    for (String name : LEAFLET_FILES) {
      found.put("leaflet/" + name, read(loader().getResourceAsStream(LEAFLET + name), name));
    }
    hold(servlet.getContextPath(), found);
  }

  private void hold(String context, Map<String, byte[]> found) {
    Map<String, byte[]> all = new TreeMap<>(found);
    BUNDLES.forEach(
        (name, parts) -> {
          if (all.keySet().containsAll(parts)) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            parts.forEach(part -> whole.writeBytes(all.get(part)));
            all.put(name, whole.toByteArray());
          }
        });
    MessageDigest digest = sha256();
    Map<String, Asset> held = new TreeMap<>();
    all.forEach(
        (name, bytes) -> {
          digest.update(name.getBytes(StandardCharsets.UTF_8));
          digest.update(bytes);
          held.put(name, asset(name, bytes));
        });
    root = context;
    version = HexFormat.of().formatHex(digest.digest(), 0, 6);
    files = held;
  }

  /**
   * The address of a file, with the context path.
   *
   * @param name such as {@code css/site.css}
   * @throws IllegalArgumentException when there is no such file: a page that names it is wrong
   */
  public String url(String name) {
    if (!files.containsKey(name)) {
      throw new IllegalArgumentException("There is no asset " + name);
    }
    return root + "/assets/" + version + "/" + name;
  }

  /** The context path, empty for a server's root. */
  String root() {
    return root;
  }

  /** The version in every address: it changes when any file changes. */
  public String version() {
    return version;
  }

  /** A file by its name; empty when it is none of ours. Nothing else can be reached through it. */
  public Optional<Asset> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  private void collect(String folder, Map<String, byte[]> found) {
    Set<String> paths = servlet.getResourcePaths(folder);
    for (String path : paths == null ? Set.<String>of() : paths) {
      if (path.endsWith("/")) {
        collect(path, found);
      } else {
        String name = path.substring(FOLDER.length());
        found.put(name, read(servlet.getResourceAsStream(path), name));
      }
    }
  }

  private static Asset asset(String name, byte[] bytes) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalStateException("No content type is known for the asset " + name);
    }
    boolean text = type.startsWith("text/") || type.contains("json") || type.contains("svg");
    byte[] gzip = text ? gzip(bytes) : null;
    String tag = '"' + HexFormat.of().formatHex(sha256().digest(bytes), 0, 8) + '"';
    return new Asset(type, bytes, gzip != null && gzip.length < bytes.length ? gzip : null, tag);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip =
        new GZIPOutputStream(packed) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  private static byte[] read(InputStream in, String name) {
    if (in == null) {
      throw new IllegalStateException("The asset " + name + " is missing from the archive.");
    }
    try (in) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static ClassLoader loader() {
    return Thread.currentThread().getContextClassLoader();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
