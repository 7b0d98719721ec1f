import java.io.File;
import java.util.HashSet;
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

  private static boolean passes(String file, String name) {
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
    if (flavour == PDFAFlavour.NO_FLAVOUR) {
      System.err.println("unknown flavour " + name);
      System.exit(2);
    }
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
         PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, 100, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.printf("%s %s %s checks=%d%n", result.isCompliant() ? "PASS" : "FAIL", name, file,
          result.getTotalAssertions());
      if (!result.isCompliant())
        explain(result);
      return result.isCompliant();
    } catch (Exception e) {
      System.out.println("ERROR " + name + " " + file + " " + e);
      return false;
    }
  }

  public static void main(String[] arguments) {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    boolean good = true;
    for (int i = 1; i < arguments.length; i++)
      for (String name : arguments[0].split(","))
        good &= passes(arguments[i], name);
    System.exit(good ? 0 : 1);
  }
}
