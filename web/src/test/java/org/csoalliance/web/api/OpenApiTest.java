package org.csoalliance.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentSource;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.incident.PersonsHarmed;
import org.csoalliance.incident.form.Form;
import org.csoalliance.incident.form.FormCatalog;
import org.csoalliance.incident.form.FormField;
import org.csoalliance.incident.importing.ImportProgress;
import org.csoalliance.membership.group.GroupKind;
import org.csoalliance.membership.group.GroupRule;
import org.csoalliance.membership.group.GroupState;
import org.csoalliance.membership.group.GroupSummary;
import org.csoalliance.platform.sharing.Tlp;
import org.junit.jupiter.api.Test;

/** The description of the interface says what the interface does, no more and no less. */
class OpenApiTest {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final JsonObject api = read();

  @Test
  void isOpenApi31() {
    assertTrue(api.getString("openapi").matches("3\\.1\\.\\d+"));
    assertTrue(api.getJsonObject("info").keySet().containsAll(Set.of("title", "version")));
    assertEquals("../v1", api.getJsonArray("servers").getJsonObject(0).getString("url"));
    assertNotNull(api.getJsonObject("components"));
    Set<String> ids = new TreeSet<>();
    operations(
        (path, method, operation) -> {
          assertTrue(ids.add(operation.getString("operationId")), path + " " + method);
          JsonObject responses = operation.getJsonObject("responses");
          assertTrue(responses.keySet().stream().anyMatch(s -> s.startsWith("2")), path);
          assertTrue(responses.containsKey("500"), path + " tells of faults");
          for (JsonValue response : responses.values()) {
            assertTrue(resolve(response).containsKey("description"), path + " " + method);
          }
        });
  }

  @Test
  void pathsAndMethodsAreThoseOfTheResources() {
    Set<String> described = new TreeSet<>();
    operations((path, method, operation) -> described.add(method + " " + path));
    Set<String> built = new TreeSet<>();
    for (Class<?> resource : ApiApplication.RESOURCES) {
      for (Method method : resource.getDeclaredMethods()) {
        for (Annotation annotation : method.getAnnotations()) {
          HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
          if (http != null) {
            Path below = method.getAnnotation(Path.class);
            String path = resource.getAnnotation(Path.class).value();
            path = (path + "/" + (below == null ? "" : below.value())).replaceAll("/+", "/");
            built.add(
                http.value().toLowerCase(Locale.ROOT)
                    + " "
                    + (path.length() > 1 ? path.replaceAll("/$", "") : path));
          }
        }
      }
    }
    assertEquals(built, described);
  }

  @Test
  void eachReferenceLeadsSomewhere() {
    references(api);
  }

  @Test
  void everyParameterThatIsReadIsDescribed() {
    Set<String> list = new TreeSet<>(IncidentFilter.PARAMETERS);
    list.addAll(Set.of("limit", "cursor"));
    for (String path :
        List.of("/incidents", "/incidents.geojson", "/incidents.csv", "/incidents.atom")) {
      assertEquals(list, queryParameters(path), path);
    }
    Set<String> map = new TreeSet<>(IncidentFilter.PARAMETERS);
    map.add("zoom");
    assertEquals(map, queryParameters("/map"));
  }

  @Test
  void eachPathParameterIsDescribed() {
    operations(
        (path, method, operation) -> {
          JsonArray shared =
              api.getJsonObject("paths").getJsonObject(path).getJsonArray("parameters");
          Set<String> described = new TreeSet<>();
          for (JsonValue parameter : shared == null ? JsonValue.EMPTY_JSON_ARRAY : shared) {
            described.add("{" + resolve(parameter).getString("name") + "}");
          }
          Set<String> inPath = new TreeSet<>();
          Arrays.stream(path.split("/"))
              .filter(s -> s.startsWith("{"))
              .map(s -> s.substring(0, s.indexOf('}') + 1))
              .forEach(inPath::add);
          assertEquals(inPath, described, path);
        });
  }

  @Test
  void incidentsHaveTheDescribedMembersAndTheExamplesHaveThem() {
    IncidentJson writer = new IncidentJson(Samples.LINKS);
    JsonObject summary = Samples.parse(JsonText.bytes(g -> writer.summary(g, Samples.full())));
    JsonObject detail =
        Samples.parse(JsonText.bytes(g -> writer.detail(g, Samples.detail(Samples.full()))));
    JsonObject schema = schema("Incident");
    assertEquals(summary.keySet(), schema.getJsonObject("properties").keySet());
    for (String inner : List.of("ship", "source")) {
      assertEquals(
          summary.getJsonObject(inner).keySet(),
          schema
              .getJsonObject("properties")
              .getJsonObject(inner)
              .getJsonObject("properties")
              .keySet());
    }
    Set<String> all = new TreeSet<>(schema.getJsonObject("properties").keySet());
    JsonObject further =
        schema("IncidentDetail").getJsonArray("allOf").getJsonObject(1).getJsonObject("properties");
    all.addAll(further.keySet());
    assertEquals(all, new TreeSet<>(detail.keySet()));
    JsonObject sharing = further.getJsonObject("sharing").getJsonObject("properties");
    Set<String> told = new TreeSet<>(detail.getJsonObject("sharing").keySet());
    told.add("exact_occurred_at"); // of an anonymous report alone
    assertEquals(new TreeSet<>(sharing.keySet()), told);

    JsonObject bare = Samples.parse(JsonText.bytes(g -> writer.summary(g, Samples.bare())));
    for (JsonValue required : schema.getJsonArray("required")) {
      assertTrue(bare.containsKey(((JsonString) required).getString()), required.toString());
    }
    assertEquals(
        summary.keySet(),
        example("/incidents", "get", "200", "application/json")
            .getJsonArray("items")
            .getJsonObject(0)
            .keySet());
    assertEquals(
        detail.keySet(),
        example("/incidents/{reference}", "get", "200", "application/json").keySet());
    assertEquals(
        summary.keySet(),
        example("/incidents.geojson", "get", "200", "application/geo+json")
            .getJsonArray("features")
            .getJsonObject(0)
            .getJsonObject("properties")
            .keySet());
  }

  @Test
  void bodiesHaveTheDescribedMembersAndTheExamplesCanBeRead() {
    JsonObject report = schema("Report").getJsonObject("properties");
    assertEquals(ReportJson.MEMBERS, report.keySet());
    assertEquals(
        ReportJson.SHIP_MEMBERS, report.getJsonObject("ship").getJsonObject("properties").keySet());
    assertEquals(IncidentResource.REVIEW, requestExample("/incidents/{reference}/review").keySet());
    assertEquals(StatusJson.MEMBERS, schema("Judgement").getJsonObject("properties").keySet());
    ReportJson read = new ReportJson(requestExample("/incidents"), null, java.util.Map.of());
    read.report();
    assertTrue(read.wrong().isEmpty(), read.wrong().toString());
    assertEquals(
        IncidentStatus.CONFIRMED,
        StatusJson.read(requestExample("/incidents/{reference}/status")).status());
  }

  @Test
  void versionsHaveTheDescribedMembersAndTheExampleCanBeRead() {
    JsonObject described = schema("NewVersion").getJsonObject("properties");
    Set<String> members = new TreeSet<>(ReportJson.MEMBERS);
    members.removeAll(ReportJson.SHARING);
    members.addAll(VersionJson.OWN);
    assertEquals(members, new TreeSet<>(described.keySet()));
    VersionJson read = new VersionJson(requestExample("/incidents/{reference}/versions"), null);
    read.command("CSOA-2026-00007");
    assertTrue(read.wrong().isEmpty(), read.wrong().toString());
    JsonObject written =
        Samples.parse(JsonText.bytes(g -> VersionJson.write(g, Samples.versions())))
            .getJsonArray("items")
            .getJsonObject(0);
    for (JsonValue required :
        schema("Versions")
            .getJsonObject("properties")
            .getJsonObject("items")
            .getJsonObject("items")
            .getJsonArray("required")) {
      assertTrue(written.containsKey(((JsonString) required).getString()), written.toString());
    }
    assertEquals("Dark", written.getJsonObject("details").getString("raiders_dress"));
  }

  /** What is served holds a schema for each form; a new field is in it by itself. */
  @Test
  void theSchemasOfTheFormsFollowFromTheirDescription() {
    FormCatalog more =
        FormCatalog.read(
            FormCatalog.resource("forms.tsv"),
            FormCatalog.resource("fields.tsv")
                + "PIRACY\tWHAT\tshipDogs\tWHOLE\t\t0..9\t\tALL\t\tnone\n");
    JsonObject served = OpenApi.whole(more);
    JsonObject schemas = served.getJsonObject("components").getJsonObject("schemas");
    for (Form form : more.forms()) {
      JsonObject properties =
          schemas.getJsonObject(DetailsJson.name(form)).getJsonObject("properties");
      assertEquals(
          form.details().stream().map(field -> DetailsJson.snake(field.name())).toList(),
          List.copyOf(properties.keySet()));
      for (FormField field : form.details()) {
        assertEquals(field.name(), DetailsJson.camel(DetailsJson.snake(field.name())));
      }
    }
    assertEquals(
        9,
        schemas
            .getJsonObject("DetailsPiracy")
            .getJsonObject("properties")
            .getJsonObject("ship_dogs")
            .getInt("maximum"));
  }

  @Test
  void importsHaveTheDescribedMembers() {
    JsonObject job = ImportTest.write(ImportTest.job(ImportProgress.State.DONE));
    Set<String> described = new TreeSet<>(schema("Import").getJsonObject("properties").keySet());
    described.removeAll(Set.of("failure", "note"));
    assertEquals(described, new TreeSet<>(job.keySet()));
    assertEquals(job.keySet(), example("/imports/{id}", "get", "200", "application/json").keySet());
  }

  @Test
  void groupsHaveTheDescribedMembers() {
    GroupSummary full =
        new GroupSummary(
            1,
            "cruise",
            "Cruise",
            "Security of cruise ships.",
            GroupKind.INVITED,
            false,
            GroupRule.PASSENGER_SHIPS,
            LocalDate.of(2027, 6, 30),
            false,
            12,
            GroupState.MEMBER,
            false,
            0);
    GroupJson writer = new GroupJson(Samples.LINKS);
    JsonObject written = Samples.parse(JsonText.bytes(g -> writer.list(g, List.of(full))));
    assertEquals(written, example("/groups", "get", "200", "application/json"));
    JsonObject described = schema("Group").getJsonObject("properties");
    assertEquals(described.keySet(), written.getJsonArray("items").getJsonObject(0).keySet());
    assertEquals(names(GroupKind.values()), constants(described.getJsonObject("kind")));
    assertEquals(names(GroupRule.values()), constants(described.getJsonObject("rule")));
  }

  @Test
  void firstResponsesHaveTheDescribedMembers() {
    FirstResponseJson writer = new FirstResponseJson(Samples.LINKS);
    JsonObject page =
        Samples.parse(
            JsonText.bytes(
                g -> writer.page(g, List.of(FirstResponseSamples.line()), "FRR-2026-014")));
    assertEquals(page, example("/first-response", "get", "200", "application/json"));
    assertEquals(
        schema("FirstResponseLine").getJsonObject("properties").keySet(),
        page.getJsonArray("items").getJsonObject(0).keySet());
    JsonObject report =
        Samples.parse(JsonText.bytes(g -> writer.report(g, FirstResponseSamples.report())));
    assertEquals(report, example("/first-response/{reference}", "get", "200", "application/json"));
    Set<String> described =
        new TreeSet<>(schema("FirstResponse").getJsonObject("properties").keySet());
    described.removeAll(Set.of("withdrawn_at", "withdrawn_reason"));
    assertEquals(described, new TreeSet<>(report.keySet()));
  }

  @Test
  void constantsAreOurs() {
    assertEquals(names(IncidentKind.values()), constants(schema("Kind")));
    assertEquals(names(IncidentStatus.values()), constants(schema("Status")));
    assertEquals(names(OccurredPrecision.values()), constants(schema("Precision")));
    assertEquals(names(IncidentSource.values()), constants(schema("SourceCode")));
    assertEquals(names(PersonsHarmed.values()), constants(schema("Harmed")));
    assertEquals(Arrays.stream(Tlp.values()).map(Tlp::label).toList(), constants(schema("Tlp")));
    assertEquals(
        names(IncidentFilter.Sort.values()),
        constants(
            api.getJsonObject("components")
                .getJsonObject("parameters")
                .getJsonObject("sort")
                .getJsonObject("schema")));
  }

  private interface Visit {
    void operation(String path, String method, JsonObject operation);
  }

  private void operations(Visit visit) {
    JsonObject paths = api.getJsonObject("paths");
    for (String path : paths.keySet()) {
      for (String method : paths.getJsonObject(path).keySet()) {
        if (METHODS.contains(method)) {
          visit.operation(path, method, paths.getJsonObject(path).getJsonObject(method));
        }
      }
    }
  }

  private Set<String> queryParameters(String path) {
    Set<String> names = new TreeSet<>();
    JsonObject get = api.getJsonObject("paths").getJsonObject(path).getJsonObject("get");
    for (JsonValue parameter : get.getJsonArray("parameters")) {
      names.add(resolve(parameter).getString("name"));
    }
    return names;
  }

  private JsonObject schema(String name) {
    return api.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
  }

  private JsonObject example(String path, String method, String status, String type) {
    return api.getJsonObject("paths")
        .getJsonObject(path)
        .getJsonObject(method)
        .getJsonObject("responses")
        .getJsonObject(status)
        .getJsonObject("content")
        .getJsonObject(type)
        .getJsonObject("example");
  }

  private JsonObject requestExample(String path) {
    return api.getJsonObject("paths")
        .getJsonObject(path)
        .getJsonObject("post")
        .getJsonObject("requestBody")
        .getJsonObject("content")
        .getJsonObject("application/json")
        .getJsonObject("example");
  }

  private JsonObject resolve(JsonValue value) {
    JsonObject object = value.asJsonObject();
    return object.containsKey("$ref")
        ? api.getValue(object.getString("$ref").substring(1)).asJsonObject()
        : object;
  }

  private void references(JsonValue value) {
    if (value instanceof JsonObject object) {
      if (object.containsKey("$ref")) {
        assertTrue(object.getString("$ref").startsWith("#/"), object.toString());
        assertNotNull(resolve(object));
      }
      object.values().forEach(this::references);
    } else if (value instanceof JsonArray array) {
      array.forEach(this::references);
    }
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static List<String> constants(JsonObject schema) {
    return schema.getJsonArray("enum").getValuesAs(JsonString::getString);
  }

  private static JsonObject read() {
    return OpenApi.whole();
  }
}
