package org.csoalliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The mapping and the migrated schema agree: each entity's table, columns, types, nullability and
 * sequence exist, and an entity leaves no column of its table out unless it says so here.
 */
class SchemaMappingIT {
  @RegisterExtension static final Database database = new Database();

  /** Columns that entities leave to the database or to SQL of their repository. */
  private static final Map<String, Set<String>> LEFT_OUT =
      Map.of(
          "incident",
          Set.of(
              "search",
              "submission_key",
              "shared_with",
              "names",
              "changed_at",
              "news_at",
              "stated_hour",
              "details",
              "twins_sought_at",
              "source_name"));

  private static final Map<Class<?>, Set<String>> TYPES =
      Map.ofEntries(
          Map.entry(String.class, Set.of("varchar", "text", "bpchar")),
          Map.entry(Enum.class, Set.of("varchar", "bpchar")),
          Map.entry(Long.class, Set.of("int8")),
          Map.entry(long.class, Set.of("int8")),
          Map.entry(Integer.class, Set.of("int4", "int2")),
          Map.entry(int.class, Set.of("int4", "int2")),
          Map.entry(Double.class, Set.of("float8")),
          Map.entry(double.class, Set.of("float8")),
          Map.entry(boolean.class, Set.of("bool")),
          Map.entry(Boolean.class, Set.of("bool")),
          Map.entry(Instant.class, Set.of("timestamptz")),
          Map.entry(LocalDate.class, Set.of("date")),
          Map.entry(byte[].class, Set.of("bytea")),
          Map.entry(UUID.class, Set.of("uuid")));

  private record Found(String type, boolean nullable) {}

  @Test
  void mappingAndSchemaAgree() throws SQLException {
    List<String> wrong = new ArrayList<>();
    Set<EntityType<?>> entities = database.factory().getMetamodel().getEntities();
    assertTrue(entities.size() >= 6, entities.size() + " entities");
    for (EntityType<?> entity : entities) {
      compare(entity.getJavaType(), wrong);
    }
    assertEquals(List.of(), wrong);
  }

  private static void compare(Class<?> entity, List<String> wrong) throws SQLException {
    Table named = entity.getAnnotation(Table.class);
    String table =
        named == null || named.name().isEmpty()
            ? entity.getSimpleName().toLowerCase(Locale.ROOT)
            : named.name();
    assertTrue(entity.isAnnotationPresent(Entity.class));
    Map<String, Found> columns = columns(table);
    if (columns.isEmpty()) {
      wrong.add(entity.getSimpleName() + ": no table " + table);
      return;
    }
    Map<String, Found> rest = new LinkedHashMap<>(columns);
    for (Field field : fields(entity)) {
      if (field.isAnnotationPresent(ElementCollection.class)) {
        String other = field.getAnnotation(CollectionTable.class).name();
        if (columns(other).isEmpty()) {
          wrong.add(table + ": no table " + other);
        }
        continue;
      }
      if (field.isAnnotationPresent(EmbeddedId.class)) {
        wrong.add(table + "." + field.getName() + ": this test does not know embedded ids");
        continue;
      }
      String name = name(field);
      Found found = rest.remove(name);
      if (found == null) {
        wrong.add(table + "." + name + ": no such column");
      } else {
        check(table + "." + name, field, found, wrong);
      }
    }
    rest.keySet().removeAll(LEFT_OUT.getOrDefault(table, Set.of()));
    if (!rest.isEmpty()) {
      wrong.add(table + ": not mapped " + rest.keySet());
    }
  }

  private static void check(String where, Field field, Found found, List<String> wrong)
      throws SQLException {
    Class<?> type = field.getType().isEnum() ? Enum.class : field.getType();
    Set<String> fitting = TYPES.get(type);
    if (fitting == null ? !converted(field) : !fitting.contains(found.type())) {
      wrong.add(where + ": " + field.getType().getSimpleName() + " on " + found.type());
    }
    if (field.getType().isEnum()) {
      Enumerated enumerated = field.getAnnotation(Enumerated.class);
      if (enumerated == null || enumerated.value() != EnumType.STRING) {
        wrong.add(where + ": an enum is kept by its name");
      }
    }
    if (field.getType().isPrimitive() && found.nullable()) {
      wrong.add(where + ": a primitive on a column that may be null");
    }
    Column column = field.getAnnotation(Column.class);
    if (column != null && !column.nullable() && found.nullable()) {
      wrong.add(where + ": said not to be null, and may be");
    }
    SequenceGenerator sequence = field.getAnnotation(SequenceGenerator.class);
    if (sequence != null) {
      Object step =
          database.value(
              "select increment_by from pg_sequences where sequencename = '"
                  + sequence.sequenceName()
                  + "'");
      if (step == null || ((Number) step).intValue() != sequence.allocationSize()) {
        wrong.add(where + ": sequence " + sequence.sequenceName() + " steps by " + step);
      }
    }
    if (field.isAnnotationPresent(Version.class) && found.nullable()) {
      wrong.add(where + ": a version is never null");
    }
  }

  private static boolean converted(Field field) {
    jakarta.persistence.Convert convert = field.getAnnotation(jakarta.persistence.Convert.class);
    return convert != null && AttributeConverter.class.isAssignableFrom(convert.converter());
  }

  private static String name(Field field) {
    Column column = field.getAnnotation(Column.class);
    if (column != null && !column.name().isEmpty()) {
      return column.name();
    }
    JoinColumn join = field.getAnnotation(JoinColumn.class);
    return join != null ? join.name() : field.getName().toLowerCase(Locale.ROOT);
  }

  private static List<Field> fields(Class<?> entity) {
    List<Field> fields = persistent(entity);
    assertTrue(
        fields.stream().anyMatch(f -> f.isAnnotationPresent(Id.class))
            || fields.stream().anyMatch(f -> f.isAnnotationPresent(EmbeddedId.class)),
        entity::getName);
    return fields;
  }

  /** The fields that are kept, those of an embedded object in its place. */
  private static List<Field> persistent(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      boolean persistent =
          !Modifier.isStatic(field.getModifiers())
              && !Modifier.isTransient(field.getModifiers())
              && !field.isAnnotationPresent(Transient.class)
              && !field.getName().startsWith("_persistence"); // added by weaving
      if (persistent && field.isAnnotationPresent(Embedded.class)) {
        fields.addAll(persistent(field.getType()));
      } else if (persistent) {
        fields.add(field);
      }
    }
    return fields;
  }

  private static Map<String, Found> columns(String table) throws SQLException {
    Map<String, Found> columns = new LinkedHashMap<>();
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select column_name, udt_name, is_nullable"
                    + " from information_schema.columns"
                    + " where table_schema = 'public' and table_name = ?")) {
      query.setString(1, table);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          columns.put(
              rows.getString(1), new Found(rows.getString(2), rows.getString(3).equals("YES")));
        }
      }
    }
    return columns;
  }
}
