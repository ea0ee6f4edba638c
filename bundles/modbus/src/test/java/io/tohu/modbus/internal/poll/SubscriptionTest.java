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

import io.tohu.modbus.internal.peer.Heard;
import java.util.Map;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    private final Heard heard = new Heard();

    private Subscription subscription(String deadband) {
        return new Subscription(
                Map.of("+name", "c", "+value.type", "DOUBLE", "+unit", "bar", "address", "1", "deadband", deadband),
                heard);
    }

    private static void values(Subscription subscription, double... values) {
        for (double value : values) {
            subscription.value(TypedValues.newDoubleValue(value), 1);
        }
    }

    @Test
    void theFirstValueAndEveryChangeAreReported() throws Exception {
        values(subscription("0"), 1, 1, 2, 2);

        assertThat(heard.nextValue()).isEqualTo(1.0);
        assertThat(heard.nextValue()).isEqualTo(2.0);
        assertThat(heard.waiting()).isZero();
    }

    @Test
    void theDeadbandIsMeasuredFromTheLastReportedValueSoThatSlowDriftIsSeen() throws Exception {
        values(subscription("1"), 0, 0.6, 1.0, 1.1, 1.5);

        assertThat(heard.nextValue()).isEqualTo(0.0);
        assertThat(heard.nextValue()).isEqualTo(1.1);
        assertThat(heard.waiting()).isZero();
    }

    @Test
    void aValueThatTurnsIntoNaNOrBackHasMoved() throws Exception {
        values(subscription("1"), 0, Double.NaN, Double.NaN, 0);

        heard.nextValue();
        assertThat(heard.nextValue()).isEqualTo(Double.NaN);
        assertThat(heard.nextValue()).isEqualTo(0.0);
        assertThat(heard.waiting()).isZero();
    }

    @Test
    void aNegativeDeadbandReportsEveryReading() {
        values(subscription("-1"), 1, 1, 1);

        assertThat(heard.waiting()).isEqualTo(3);
    }

    @Test
    void aFailureIsReportedWhenItBeginsAndWhenItChangesAndTheReturnAlways() throws Exception {
        Subscription subscription = subscription("0");
        values(subscription, 1);
        subscription.failed(new IllegalStateException("gone"), 2);
        subscription.failed(new IllegalStateException("gone"), 3);
        subscription.failed(new IllegalStateException("refused"), 4);
        values(subscription, 1);

        heard.nextValue();
        assertThat(heard.nextFailure()).isEqualTo("gone");
        assertThat(heard.nextFailure()).isEqualTo("refused");
        assertThat(heard.nextValue()).isEqualTo(1.0);
        assertThat(heard.waiting()).isZero();
    }

    @Test
    void anEventCarriesNameTimeAndUnit() throws Exception {
        subscription("0").value(TypedValues.newDoubleValue(3), 99);

        ChannelRecord record = heard.next();
        assertThat(record.getChannelName()).isEqualTo("c");
        assertThat(record.getTimestamp()).isEqualTo(99);
        assertThat(record.getUnit()).isEqualTo("bar");
    }
}
