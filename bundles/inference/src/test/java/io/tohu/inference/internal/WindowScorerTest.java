/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

import static io.tohu.inference.internal.TestModels.CHANNELS;
import static io.tohu.inference.internal.TestModels.FITTED;
import static io.tohu.inference.internal.TestModels.SAMPLES;
import static io.tohu.inference.internal.TestModels.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.tohu.inference.InferenceException;
import io.tohu.inference.ModelUnavailableException;
import io.tohu.inference.SampleWindow;
import io.tohu.inference.Score;
import io.tohu.inference.Scorer;
import io.tohu.learning.WindowScore;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WindowScorerTest {

    private final ModelCatalog catalog = new ModelCatalog(TestModels.loader());
    private final Scorer scorer = catalog.newScorer("machine");

    @AfterEach
    void close() {
        scorer.close();
        catalog.close();
    }

    /** A window of the given columns of the test machine; -1 is a column of something else. */
    private static SampleWindow window(double[][] rows, List<String> channels, int... columns) {
        float[] values = new float[SAMPLES * columns.length];
        for (int i = 0; i < values.length; i++) {
            int column = columns[i % columns.length];
            values[i] = column < 0 ? Float.NaN : (float) rows[i / columns.length][column];
        }
        return new SampleWindow(channels, SAMPLES, values);
    }

    @Test
    void scoresAndContributionsAreThoseOfTheReference() throws InferenceException {
        catalog.offer("1", source("1.0.0"));
        double[][] rows = TestModels.healthy(5, SAMPLES);
        for (double[] row : rows) {
            row[1] += 10;
        }
        WindowScore expected = FITTED.score(rows, 0);

        Score score = scorer.score(window(rows, CHANNELS, 0, 1, 2));

        assertThat(score.score()).isCloseTo(expected.score(), within(1e-3 * expected.score()));
        assertThat(score.model().id()).isEqualTo("machine 1.0.0");
        assertThat(score.limit()).isCloseTo(FITTED.limit(), within(1e-6));
        assertThat(score.contributions())
                .extracting(Score.Contribution::feature)
                .isEqualTo(CHANNELS);
        for (int i = 0; i < 3; i++) {
            assertThat(score.contributions().get(i).share()).isCloseTo(expected.contributions()[i], within(1e-3));
        }
        assertThat(score.nanos()).isPositive();
    }

    @Test
    void channelsAreMatchedByNameInAnyOrderAndOthersAreIgnored() throws InferenceException {
        catalog.offer("1", source("1.0.0"));
        double[][] rows = TestModels.healthy(6, SAMPLES);
        double expected = scorer.score(window(rows, CHANNELS, 0, 1, 2)).score();

        double mixed = scorer.score(window(rows, List.of("current", "other", "load", "flow"), 2, -1, 0, 1))
                .score();

        assertThat(mixed).isEqualTo(expected);
    }

    @Test
    void aMissingChannelIsNamed() {
        catalog.offer("1", source("1.0.0"));
        double[][] rows = TestModels.healthy(6, SAMPLES);

        assertThatThrownBy(() -> scorer.score(window(rows, List.of("load", "current"), 0, 2)))
                .isInstanceOf(InferenceException.class)
                .hasMessage("model machine 1.0.0 needs the channels [flow], which the window does not have; it has"
                        + " [load, current]");
    }

    @Test
    void aWindowOfAnotherLengthIsRefusedWithBothLengths() {
        catalog.offer("1", source("1.0.0"));

        assertThatThrownBy(() -> scorer.score(new SampleWindow(CHANNELS, 2, new float[6])))
                .hasMessage("model machine 1.0.0 takes windows of 5 samples, got 2");
    }

    @Test
    void aValueThatIsNotFiniteIsNamedAndNeverBecomesAScore() {
        catalog.offer("1", source("1.0.0"));
        double[][] rows = TestModels.healthy(6, SAMPLES);
        rows[3][1] = Double.NaN;

        assertThatThrownBy(() -> scorer.score(window(rows, CHANNELS, 0, 1, 2)))
                .hasMessage("model machine 1.0.0 takes finite values, got NaN of flow in sample 3");
    }

    @Test
    void aModelMayArriveAndChangeWhileTheScorerLives() throws InferenceException {
        SampleWindow window = window(TestModels.healthy(6, SAMPLES), CHANNELS, 0, 1, 2);
        assertThatThrownBy(() -> scorer.score(window))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageStartingWith("no version of model machine is active: install its model bundle");
        assertThat(scorer.card()).isEmpty();

        catalog.offer("1", source("1.0.0"));
        assertThat(scorer.score(window).model().version()).isEqualTo("1.0.0");
        catalog.offer("2", source("1.1.0"));
        assertThat(scorer.score(window).model().version()).isEqualTo("1.1.0");
        catalog.close();

        assertThatThrownBy(() -> scorer.score(window)).isInstanceOf(ModelUnavailableException.class);
    }

    @Test
    void aCallAllocatesLittleMoreThanItsResult() throws InferenceException {
        catalog.offer("1", source("1.0.0"));
        SampleWindow window = window(TestModels.healthy(6, SAMPLES), CHANNELS, 0, 1, 2);
        for (int i = 0; i < 20_000; i++) {
            scorer.score(window);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1000; i++) {
            scorer.score(window);
        }
        long perCall = (threads.getCurrentThreadAllocatedBytes() - before) / 1000;

        // ONNX Runtime's own run() makes some arrays and iterators; a fresh tensor alone would be over 1 kB.
        assertThat(perCall).isLessThan(1200);
    }
}
