import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Asks veraPDF whether a file is PDF/A-3a and PDF/UA-1; one line a conformance, then what fails. */
public class Conformance {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : new String[] {"3a", "ua1"}) {
            PDFAFlavour flavour = PDFAFlavour.fromString(name);
            for (String file : files) {
                try (var parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
                        var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                    var result = validator.validate(parser);
                    System.out.println(name + " " + (result.isCompliant() ? "pass" : "fail"));
                    for (var assertion : result.getTestAssertions()) {
                        System.out.println("  " + assertion.getRuleId().getClause() + " " + assertion.getMessage());
                    }
                }
            }
        }
    }
}
