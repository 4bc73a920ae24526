package org.csoalliance.web.coverage;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.csoalliance.membership.Sector;
import org.csoalliance.membership.coverage.Coverage;
import org.csoalliance.membership.coverage.CoverageFigure;
import org.csoalliance.membership.coverage.CoverageService;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The page {@code /members/coverage}: the meter, its fleets and its months. */
@Named("coverage")
@RequestScoped
public class CoverageBean {
  @EJB private CoverageService service;
  @Inject private CallerContext caller;

  private Coverage shown;
  private CoverageChart chart;

  /** Before the page is shown; cruise ships unless the address names another sector. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.MEMBER) && !caller.reader().is(Role.EDITOR)) {
      Answers.forbidden(context);
      return;
    }
    String asked = Asked.parameter("sector");
    shown =
        service.of(
            Arrays.stream(Sector.values())
                .filter(sector -> sector.name().equals(asked))
                .findFirst()
                .orElse(Sector.CRUISE));
    chart = new CoverageChart(shown.history());
  }

  /** What is shown. */
  public Coverage getShown() {
    return shown;
  }

  /** The picture of the months. */
  public CoverageChart getChart() {
    return chart;
  }

  /** The months, the latest first, for the table beside the picture. */
  public List<Coverage.DayLine> getLatestFirst() {
    List<Coverage.DayLine> lines = new ArrayList<>(shown.history());
    Collections.reverse(lines);
    return lines;
  }

  /** The meter in one sentence. */
  public String getSentence() {
    CoverageFigure today = shown.today();
    String sector = shown.chosen().words();
    if (today.few()) {
      return CoverageWords.fill("sentence.few", sector);
    }
    if (today.of() == null) {
      return CoverageWords.fill("sentence.unknown", sector, today.ships());
    }
    return CoverageWords.fill(
        today.percent() > 100 ? "sentence.over" : "sentence",
        sector,
        today.ships(),
        today.of().ships(),
        today.percent());
  }

  /** What the picture shows, for who does not see it. */
  public String getChartWords() {
    return CoverageWords.fill("chart.words", shown.chosen().words());
  }

  /** Whether any number on the page is kept back. */
  public boolean isKept() {
    return shown.sectors().stream().anyMatch(line -> line.figure().few())
        || shown.bands().stream().anyMatch(line -> line.figure().few())
        || shown.history().stream().anyMatch(line -> line.figure().few());
  }

  /** Whether the reader writes the numbers of all ships down. */
  public boolean isEditor() {
    return caller.reader().is(Role.EDITOR);
  }
}
