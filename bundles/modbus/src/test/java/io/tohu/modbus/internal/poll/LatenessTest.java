/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.modbus.internal.poll.Lateness.Change;
import org.junit.jupiter.api.Test;

class LatenessTest {

    @Test
    void aMomentInWhichFastReadingsStopIsNotWorthALine() {
        Lateness lateness = new Lateness(10);
        for (int i = 0; i < 300; i++) {
            assertThat(lateness.due(true)).isEqualTo(Change.NONE);
        }
    }

    @Test
    void readingsThatStayTooSlowAreToldOnceAndTheirEndOnce() {
        Lateness lateness = new Lateness(1000);
        int slow = 0;
        int inTime = 0;
        for (int i = 0; i < 100; i++) {
            slow += lateness.due(true) == Change.TOO_SLOW ? 1 : 0;
        }
        for (int i = 0; i < 100; i++) {
            inTime += lateness.due(false) == Change.IN_TIME ? 1 : 0;
        }
        assertThat(slow).isEqualTo(1);
        assertThat(inTime).isEqualTo(1);
    }
}
