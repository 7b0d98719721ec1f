import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/** VeraPdf FLAVOUR[,FLAVOUR...] FILE...: one line a file and flavour, and each broken rule once. */
public class VeraPdf {
  private static void explain(ValidationResult result) {
    Set<RuleId> seen = new HashSet<>();
    for (TestAssertion found : result.getTestAssertions())
      if (found.getStatus() == TestAssertion.Status.FAILED && seen.add(found.getRuleId()))
        System.out.printf("  %s-%d: %s%n    at %s%n    %s%n", found.getRuleId().getClause(),
            found.getRuleId().getTestNumber(), found.getMessage().replaceAll("\\s+", " "),
            found.getLocation().getContext(), found.getErrorMessage());
  }

  /** All flavours in one pass: to read a file is most of the work. */
  private static boolean passes(String file, List<PDFAFlavour> flavours) {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavours.get(0));
         PDFAValidator validator = Foundries.defaultInstance().createValidator(flavours, 100, false, true, false)) {
      boolean good = true;
      parser.setFlavours(flavours);
      for (ValidationResult result : validator.validateAll(parser)) {
        System.out.printf("%s %s %s checks=%d%n", result.isCompliant() ? "PASS" : "FAIL", result.getPDFAFlavour().getId(), file,
            result.getTotalAssertions());
        if (!result.isCompliant())
          explain(result);
        good &= result.isCompliant();
      }
      return good;
    } catch (Exception e) {
      System.out.println("ERROR " + file + " " + e);
      return false;
    }
  }

  public static void main(String[] arguments) {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    List<PDFAFlavour> flavours = new ArrayList<>();
    for (String name : arguments[0].split(",")) {
      flavours.add(PDFAFlavour.byFlavourId(name));
      if (flavours.contains(PDFAFlavour.NO_FLAVOUR)) {
        System.err.println("unknown flavour " + name);
        System.exit(2);
      }
    }
    boolean good = true;
    for (int i = 1; i < arguments.length; i++)
      good &= passes(arguments[i], flavours);
    System.exit(good ? 0 : 1);
  }
}
