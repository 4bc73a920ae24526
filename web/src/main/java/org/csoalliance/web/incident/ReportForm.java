package org.csoalliance.web.incident;

import java.io.Serializable;
import java.util.UUID;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.incident.PersonsHarmed;
import org.csoalliance.platform.sharing.Tlp;

/** The answers of the quick report as they were typed, kept until they can be read. */
public class ReportForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String submissionKey = UUID.randomUUID().toString();
  private IncidentKind kind;
  private String day;
  private String month;
  private String year;
  private String time;
  private String clock = ReportReader.UTC;
  private OccurredPrecision precision = OccurredPrecision.EXACT;
  private String position;
  private String area;
  private String shipImo;
  private String shipName;
  private boolean shipShown;
  private String text;
  private PersonsHarmed personsHarmed;
  private String harmNote;
  private String told;
  private Tlp tlp = Tlp.GREEN;
  private String contact;

  /** The key that makes a form sent twice one report; a draft brings its own back. */
  public String getSubmissionKey() {
    return submissionKey;
  }

  /** Anything but a key is ignored, so that a meddled form still works. */
  public void setSubmissionKey(String submissionKey) {
    try {
      this.submissionKey = UUID.fromString(submissionKey == null ? "" : submissionKey).toString();
    } catch (IllegalArgumentException none) {
      this.submissionKey = UUID.randomUUID().toString();
    }
  }

  /** What happened; null: not chosen. */
  public IncidentKind getKind() {
    return kind;
  }

  public void setKind(IncidentKind kind) {
    this.kind = kind;
  }

  public String getDay() {
    return day;
  }

  public void setDay(String day) {
    this.day = day;
  }

  public String getMonth() {
    return month;
  }

  public void setMonth(String month) {
    this.month = month;
  }

  public String getYear() {
    return year;
  }

  public void setYear(String year) {
    this.year = year;
  }

  public String getTime() {
    return time;
  }

  public void setTime(String time) {
    this.time = time;
  }

  /** {@link ReportReader#UTC}, or the minutes that the local clock is ahead of it. */
  public String getClock() {
    return clock;
  }

  public void setClock(String clock) {
    this.clock = clock;
  }

  public OccurredPrecision getPrecision() {
    return precision;
  }

  public void setPrecision(OccurredPrecision precision) {
    this.precision = precision;
  }

  public String getPosition() {
    return position;
  }

  public void setPosition(String position) {
    this.position = position;
  }

  public String getArea() {
    return area;
  }

  public void setArea(String area) {
    this.area = area;
  }

  public String getShipImo() {
    return shipImo;
  }

  public void setShipImo(String shipImo) {
    this.shipImo = shipImo;
  }

  public String getShipName() {
    return shipName;
  }

  public void setShipName(String shipName) {
    this.shipName = shipName;
  }

  public boolean isShipShown() {
    return shipShown;
  }

  public void setShipShown(boolean shipShown) {
    this.shipShown = shipShown;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public PersonsHarmed getPersonsHarmed() {
    return personsHarmed;
  }

  public void setPersonsHarmed(PersonsHarmed personsHarmed) {
    this.personsHarmed = personsHarmed;
  }

  public String getHarmNote() {
    return harmNote;
  }

  public void setHarmNote(String harmNote) {
    this.harmNote = harmNote;
  }

  public String getTold() {
    return told;
  }

  public void setTold(String told) {
    this.told = told;
  }

  public Tlp getTlp() {
    return tlp;
  }

  public void setTlp(Tlp tlp) {
    this.tlp = tlp;
  }

  /** Where the editor can ask back; never kept in a draft. */
  public String getContact() {
    return contact;
  }

  public void setContact(String contact) {
    this.contact = contact;
  }
}
