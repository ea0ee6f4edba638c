/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.signing;

import io.tohu.packaging.PackagingException;
import io.tohu.trust.Verdict;
import io.tohu.trust.internal.Acceptances;
import io.tohu.trust.internal.Origins;
import io.tohu.trust.internal.Trust;
import io.tohu.trust.internal.path.Policy;
import io.tohu.trust.internal.path.TrustStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges files with the verifier that runs on a gateway. */
@Command(
        name = "verify",
        description = "Say for each file what a gateway with these trusted certificates would say. Exit code 1 when it"
                + " would refuse one.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Packages (.dp) and bundles (.jar).")
    private List<Path> files;

    @Option(names = "--trust", paramLabel = "FILE", description = "Trusted certificates, PEM or DER; can be repeated.")
    private List<Path> trusted = List.of();

    @Option(names = "--crl", paramLabel = "FILE", description = "Revocation list, PEM or DER; can be repeated.")
    private List<Path> lists = List.of();

    @Option(names = "--grace-days", description = "As in the gateway's settings. Default: ${DEFAULT-VALUE}.")
    private int graceDays = 30;

    @Option(
            names = "--crl-needed",
            description = "Refuse signers of whose issuers no current revocation list is known.")
    private boolean listNeeded;

    @Option(names = "--allow-unsigned", description = "Let pass what is not signed at all.")
    private boolean unsignedAllowed;

    @Option(names = "--max-mb", description = "What a file may unpack to. Default: ${DEFAULT-VALUE}.")
    private int megabytes = 1024;

    @Override
    public Integer call() throws IOException {
        try {
            TrustStore store =
                    new TrustStore("given by --trust", Certificates.read(trusted), Certificates.lists(lists), "");
            Policy policy = new Policy(unsignedAllowed, Duration.ofDays(graceDays), listNeeded, megabytes);
            Trust trust = new Trust(store, policy, 0);
            Origins origins = new Origins(() -> trust, Acceptances.inMemory(), Instant::now);
            boolean all = true;
            for (Path file : files) {
                Verdict verdict =
                        file.toString().endsWith(".dp") ? origins.verifyPackage(file) : origins.verifyJar(file);
                spec.commandLine().getOut().println(line(file, verdict));
                all &= verdict.allowed();
            }
            return all ? 0 : 1;
        } catch (PackagingException e) {
            spec.commandLine().getErr().println("tohu: " + e.getMessage());
            return 2;
        }
    }

    private static String line(Path file, Verdict verdict) {
        String outcome =
                switch (verdict.outcome()) {
                    case ACCEPTED -> "accepted";
                    case UNSIGNED_ALLOWED -> "unsigned";
                    case REFUSED -> "REFUSED ";
                };
        return outcome + "  " + file + ": " + verdict.reason();
    }
}
