package org.marrow.workflows.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;
import java.util.Locale;
import java.util.Random;

/** The house's layers, as docs/adr/0001 draws them. */
@AnalyzeClasses(packages = "org.marrow", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    // A bare "..io.." would also match java.io and io.vertx, so every pattern begins at the root package.
    private static final String ROOT = "org.marrow.";

    @ArchTest
    static final ArchRule DATA_FLOWS_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("core")
            .definedBy(ROOT + "core..")
            .layer("io")
            .definedBy(ROOT + "io..")
            .layer("analysis")
            .definedBy(ROOT + "variants..", ROOT + "singlecell..", ROOT + "mrd..")
            .layer("server")
            .definedBy(ROOT + "server..")
            .layer("workflows")
            .definedBy(ROOT + "workflows..")
            .whereLayer("workflows")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("workflows")
            .whereLayer("io")
            .mayOnlyBeAccessedByLayers("server", "workflows")
            .whereLayer("analysis")
            .mayOnlyBeAccessedByLayers("server", "workflows");

    @ArchTest
    static final ArchRule FILE_LIBRARIES_STAY_IN_IO = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "io..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("htsjdk..", "io.jhdf..", "org.apache.arrow..", "org.bytedeco..", "hdf..");

    @ArchTest
    static final ArchRule ANALYSES_DO_NOT_SEE_EACH_OTHER =
            slices().matching(ROOT + "(variants|singlecell|mrd)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching(ROOT + "(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_EXITS = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "workflows.cli..")
            .should()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule NO_GLOBAL_STATE = noClasses()
            .should()
            .callMethod(Locale.class, "setDefault", Locale.class)
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Date.class);
}
