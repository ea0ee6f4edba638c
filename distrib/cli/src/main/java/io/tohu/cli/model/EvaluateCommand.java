/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.model;

import io.tohu.evaluation.EvaluationReport;
import io.tohu.evaluation.nab.NabEvaluation;
import io.tohu.evaluation.nab.NabResult;
import io.tohu.evaluation.pump.PumpEvaluation;
import io.tohu.evaluation.pump.PumpResult;
import io.tohu.evaluation.skab.SettingsSearch;
import io.tohu.evaluation.skab.SkabEvaluation;
import io.tohu.evaluation.skab.SkabResult;
import io.tohu.learning.LearningException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Judges models and the alarm rule on labelled data that the caller has, and on the simulated pump. */
@Command(
        name = "evaluate",
        description = "Judges the learned models and the alarm rule on labelled data and on the simulated pump.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

    private static final int SEARCH_LINES = 15;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder with the data sets in folders skab and nab; a set that is not there is left out")
    private Path data;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there")
    private Path json;

    @Option(
            names = "--search",
            description = "instead of judging, search the settings on the development rows of SKAB (some minutes)")
    private boolean search;

    private final PrintStream out = System.out;

    @Override
    public Integer call() throws LearningException {
        try {
            return search ? search() : evaluate();
        } catch (IOException e) {
            System.err.println("tohu: " + e.getMessage());
            return 1;
        }
    }

    private int search() throws IOException, LearningException {
        if (!there("skab")) {
            return 2;
        }
        SettingsSearch.search(data.resolve("skab")).stream()
                .limit(SEARCH_LINES)
                .forEach(tried -> out.println(tried.confusion() + "  " + tried.settings()));
        return 0;
    }

    private int evaluate() throws IOException, LearningException {
        EvaluationReport report = new EvaluationReport();
        if (there("skab")) {
            SkabResult result = SkabEvaluation.evaluate(data.resolve("skab"));
            EvaluationTables.print(out, result);
            report.add(result);
        }
        if (there("nab")) {
            NabResult result = NabEvaluation.evaluate(data.resolve("nab"));
            EvaluationTables.print(out, result);
            report.add(result);
        }
        PumpResult pump = PumpEvaluation.evaluate();
        EvaluationTables.print(out, pump);
        report.add(pump);
        out.println("bsdata: not evaluated, there is no image model yet");
        if (json != null) {
            Files.writeString(json, report.toJson());
        }
        return 0;
    }

    /** Says so when a set is not there. */
    private boolean there(String set) {
        if (data == null) {
            out.println(set + ": not evaluated, --data names no folder");
            return false;
        }
        if (!Files.isDirectory(data.resolve(set))) {
            out.println(set + ": not evaluated, there is no folder " + data.resolve(set));
            return false;
        }
        return true;
    }
}
