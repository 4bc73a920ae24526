package org.csoalliance.web.shared;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.beans.Introspector;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.spi.IIORegistry;

/**
 * Sweeps our classes out of the caches of Java when the application leaves a running server. Each
 * of them would keep the class loader of the deployment, with all its classes:
 *
 * <ul>
 *   <li>{@code com.sun.beans.introspect.ClassInfo.CACHE}, softly, the beans that pages named;
 *   <li>{@code java.beans.ThreadGroupContext.beanInfoCache}, softly, the same, once for each group
 *       of threads that introspected: only a thread of the group can empty it;
 *   <li>{@code asTypeCache} of {@code OBJECT_EQ}, {@code OBJECTS_EQUALS}, {@code OBJECTS_HASHCODE}
 *       and {@code OBJECTS_TOSTRING} of {@code java.lang.runtime.ObjectMethods}: the record whose
 *       methods were made last.
 * </ul>
 *
 * <p>and out of the registry of Java's image readers, which Java itself fills with those that lie
 * in the archive.
 *
 * <p>Payara empties some of them itself, WildFly none.
 */
public class LastSweep implements ServletContextListener {
  private static final Logger LOG = Logger.getLogger(LastSweep.class.getName());
  private static final long PATIENCE_MS = 2_000;

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    ThreadGroup top = Thread.currentThread().getThreadGroup();
    while (top.getParent() != null) {
      top = top.getParent();
    }
    flushIn(top);
    ThreadGroup[] groups = new ThreadGroup[2 * top.activeGroupCount() + 8];
    int found = top.enumerate(groups, true);
    Arrays.stream(groups, 0, found)
        .filter(group -> group.activeCount() > 0)
        .forEach(LastSweep::flushIn);
    forgetRecords();
    forgetPictureReaders();
  }

  private static void forgetPictureReaders() {
    IIORegistry registry = IIORegistry.getDefaultInstance();
    registry
        .getCategories()
        .forEachRemaining(
            category -> {
              List<Object> ours = new ArrayList<>();
              registry
                  .getServiceProviders(category, false)
                  .forEachRemaining(
                      provider -> {
                        if (provider.getClass().getName().startsWith("com.twelvemonkeys.")) {
                          ours.add(provider);
                        }
                      });
              ours.forEach(registry::deregisterServiceProvider);
            });
  }

  private static void flushIn(ThreadGroup group) {
    try {
      Thread flush = new Thread(group, Introspector::flushCaches, "alliance-sweep", 0, false);
      flush.setDaemon(true);
      flush.setContextClassLoader(null);
      flush.start();
      flush.join(PATIENCE_MS);
    } catch (IllegalThreadStateException ended) {
      LOG.log(Level.FINE, "A group of threads ended by itself", ended);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  /** Makes the methods of a record of texts, which then is the last that was made. */
  private static void forgetRecords() {
    Class<?> text = String.class;
    try {
      MethodHandle itself = MethodHandles.identity(text);
      MethodType equals = MethodType.methodType(boolean.class, text, Object.class);
      MethodType hashCode = MethodType.methodType(int.class, text);
      MethodType toString = MethodType.methodType(text, text);
      ObjectMethods.bootstrap(MethodHandles.lookup(), "equals", equals, text, "text", itself);
      ObjectMethods.bootstrap(MethodHandles.lookup(), "hashCode", hashCode, text, "text", itself);
      ObjectMethods.bootstrap(MethodHandles.lookup(), "toString", toString, text, "text", itself);
    } catch (Throwable other) {
      LOG.log(Level.FINE, "This Java makes records in another way", other);
    }
  }
}
