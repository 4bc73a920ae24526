package org.csoalliance.web.importing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.list.ListDraft;
import org.csoalliance.incident.list.ListField;
import org.csoalliance.incident.list.ListImportService;
import org.csoalliance.incident.list.ListMapping;
import org.csoalliance.incident.list.ListPreview;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.web.incident.IncidentWords;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** Says which column of a list is what, shows the first rows, and starts the import. */
@Named("listMapping")
@RequestScoped
public class ListMappingBean {
  @Inject private ListImportService service;
  @Inject private CallerContext caller;

  private ListDraft draft;
  private ListPreview preview;
  private Map<String, ListMapping> mappings;
  private Map<String, String> columns = new HashMap<>();
  private String sourceName;
  private String dateFormat = ListMapping.DATE_FORMATS.get(0);
  private String zone = "UTC";
  private String kinds = "";
  private String otherwise = IncidentKind.OTHER.name();
  private String tlp = Tlp.GREEN.name();
  private String status = IncidentStatus.REPORTED.name();
  private String saved;
  private String mappingName;

  /** Editors alone, each with their own files; at first, columns are guessed by their names. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.EDITOR)) {
      Answers.forbidden(context);
      return;
    }
    if (draft() == null) {
      Answers.notFound(context);
      return;
    }
    if (!context.isPostback()) {
      draft.guess().forEach((field, column) -> columns.put(field.name(), column));
    }
  }

  /** Read when first asked for: what is posted is checked against its columns. */
  private ListDraft draft() {
    if (draft == null && caller.reader().is(Role.EDITOR)) {
      try {
        draft = service.draft(id());
      } catch (NotFoundException gone) {
        return null;
      }
    }
    return draft;
  }

  private static long id() {
    String id = Asked.parameter("id");
    if (id == null || !id.matches("[0-9]{1,18}")) {
      throw new NotFoundException("There is no such file.");
    }
    return Long.parseLong(id);
  }

  /** Takes over a saved mapping. */
  public void use() {
    ListMapping chosen = getMappings().get(saved);
    if (chosen == null) {
      return;
    }
    columns = new HashMap<>();
    chosen.columns().forEach((field, column) -> columns.put(field.name(), column));
    sourceName = chosen.sourceName();
    dateFormat = chosen.dateFormat();
    zone = chosen.zone();
    kinds =
        chosen.kinds().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> each.getKey() + " = " + each.getValue())
            .collect(Collectors.joining("\n"));
    otherwise = chosen.otherwise().name();
    tlp = chosen.tlp().name();
    status = chosen.status().name();
    mappingName = saved;
  }

  /** Shows the first rows. */
  public void look() {
    act(context -> preview = service.preview(draft.id(), mapping()));
  }

  /** Saves the mapping. */
  public void save() {
    act(
        context -> {
          service.save(mappingName, draft.id(), mapping());
          mappings = null;
          Answers.notice(context, ImportWords.text("map.saved.done"));
        });
  }

  /** Starts the import and goes to its page. */
  public void start() {
    act(
        context -> {
          long job = service.start(draft.id(), mapping());
          Answers.redirect(context, "/editor/imports/" + job);
        });
  }

  private interface Step {
    void run(FacesContext context);
  }

  private void act(Step step) {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      step.run(context);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException running) {
      context.addMessage(
          "start",
          new FacesMessage(
              FacesMessage.SEVERITY_ERROR, running.getMessage(), running.getMessage()));
      context.validationFailed();
    } catch (NotFoundException gone) {
      Answers.notFound(context);
    }
  }

  private ListMapping mapping() {
    Map<ListField, String> chosen = new EnumMap<>(ListField.class);
    for (ListField field : ListField.values()) {
      String column = columns.get(field.name());
      if (column != null && !column.isEmpty()) {
        chosen.put(field, column);
      }
    }
    return new ListMapping(
        sourceName == null ? "" : sourceName,
        chosen,
        dateFormat,
        zone == null ? "" : zone,
        ListMapping.kinds(kinds),
        one(IncidentKind.class, otherwise),
        one(Tlp.class, tlp),
        one(IncidentStatus.class, status));
  }

  private static <T extends Enum<T>> T one(Class<T> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** The fields that a column can be. */
  public ListField[] getFields() {
    return ListField.values();
  }

  /** The columns of the file, with the first value of each. */
  public List<SelectItem> getColumnItems() {
    List<SelectItem> items = new ArrayList<>();
    items.add(new SelectItem("", ImportWords.text("map.none")));
    for (int n = 0; draft() != null && n < draft.header().size(); n++) {
      String column = draft.header().get(n);
      String sample = draft.samples().get(n);
      items.add(new SelectItem(column, sample.isEmpty() ? column : column + ": " + sample));
    }
    return items;
  }

  /** How dates can be written. */
  public List<SelectItem> getDateItems() {
    return ListMapping.DATE_FORMATS.stream()
        .map(format -> new SelectItem(format, format.replace('u', 'y')))
        .toList();
  }

  /** Our kinds. */
  public List<SelectItem> getKindItems() {
    return Arrays.stream(IncidentKind.values())
        .map(kind -> new SelectItem(kind.name(), IncidentWords.text("kind." + kind)))
        .toList();
  }

  /** The labels that a list may bear. */
  public List<SelectItem> getTlpItems() {
    return List.of(Tlp.AMBER, Tlp.GREEN, Tlp.CLEAR).stream()
        .map(label -> new SelectItem(label.name(), label.label()))
        .toList();
  }

  /** Whether the source checks. */
  public List<SelectItem> getStatusItems() {
    return List.of(IncidentStatus.REPORTED, IncidentStatus.CONFIRMED).stream()
        .map(each -> new SelectItem(each.name(), ImportWords.text("map.status." + each)))
        .toList();
  }

  /** The saved mappings. */
  public Map<String, ListMapping> getMappings() {
    if (mappings == null) {
      mappings = service.mappings();
    }
    return mappings;
  }

  /** The names of the saved mappings. */
  public List<SelectItem> getSavedItems() {
    return getMappings().keySet().stream().map(name -> new SelectItem(name, name)).toList();
  }

  /** The title of the page. */
  public String getTitle() {
    return MessageFormat.format(
        ImportWords.text("map.title"), draft() == null ? "" : draft.fileName());
  }

  /** How large the file is. */
  public String getFacts() {
    return draft() == null
        ? ""
        : MessageFormat.format(ImportWords.text("map.facts"), draft.total(), draft.header().size());
  }

  /** How to write the table of kinds. */
  public String getKindsHint() {
    return MessageFormat.format(
        ImportWords.text("map.kinds.hint"),
        Arrays.stream(IncidentKind.values()).map(Enum::name).collect(Collectors.joining(", ")));
  }

  /** How many rows can be taken. */
  public String getPreviewFacts() {
    return preview == null
        ? ""
        : MessageFormat.format(
            ImportWords.text("preview.facts"),
            preview.total() - preview.refused(),
            preview.refused());
  }

  /** What is to be known of the file as a whole. */
  public String getNote() {
    return draft() == null ? "" : draft.note();
  }

  /** The first rows; null until they were asked for. */
  public ListPreview getPreview() {
    return preview;
  }

  public Map<String, String> getColumns() {
    return columns;
  }

  public String getSourceName() {
    return sourceName;
  }

  public void setSourceName(String sourceName) {
    this.sourceName = sourceName;
  }

  public String getDateFormat() {
    return dateFormat;
  }

  public void setDateFormat(String dateFormat) {
    this.dateFormat = dateFormat;
  }

  public String getZone() {
    return zone;
  }

  public void setZone(String zone) {
    this.zone = zone;
  }

  public String getKinds() {
    return kinds;
  }

  public void setKinds(String kinds) {
    this.kinds = kinds;
  }

  public String getOtherwise() {
    return otherwise;
  }

  public void setOtherwise(String otherwise) {
    this.otherwise = otherwise;
  }

  public String getTlp() {
    return tlp;
  }

  public void setTlp(String tlp) {
    this.tlp = tlp;
  }

  public String getStatus() {
    return status;
  }

  public void setStatus(String status) {
    this.status = status;
  }

  public String getSaved() {
    return saved;
  }

  public void setSaved(String saved) {
    this.saved = saved;
  }

  public String getMappingName() {
    return mappingName;
  }

  public void setMappingName(String mappingName) {
    this.mappingName = mappingName;
  }
}
