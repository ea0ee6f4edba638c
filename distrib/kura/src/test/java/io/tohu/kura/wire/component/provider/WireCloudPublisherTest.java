/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.component.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.publisher.CloudPublisher;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;
import org.junit.jupiter.api.Test;

class WireCloudPublisherTest {

    private final List<KuraMessage> messages = new ArrayList<>();
    private final CloudPublisher publisher = new CloudPublisher() {
        @Override
        public String publish(KuraMessage message) throws KuraException {
            if (message.getProperties().containsKey("refused")) {
                throw new KuraException(KuraErrorCode.SERVICE_UNAVAILABLE);
            }
            messages.add(message);
            return null;
        }
    };

    @Test
    void eachRecordBecomesAMessageWithItsPropertiesAsMetrics() {
        receive(new WireCloudPublisher(publisher), record("flow", 2.5), record("flow", 3.5));

        assertThat(messages).hasSize(2);
        assertThat(messages.get(0).getPayload().metrics()).isEqualTo(Map.of("flow", 2.5));
        assertThat(messages.get(0).getProperties()).isEqualTo(Map.of("flow", 2.5));
        assertThat(messages.get(0).getPayload().getTimestamp()).isNotNull();
    }

    @Test
    void whatIsLeftOfAnEnvelopeIsDroppedWhenOneMessageFailsAsInKura() {
        WireCloudPublisher component = new WireCloudPublisher(publisher);

        receive(component, record("last", 1), record("refused", 2), record("never tried", 3));
        receive(component, record("next envelope", 4));

        assertThat(messages)
                .extracting(
                        message -> message.getProperties().keySet().iterator().next())
                .containsExactly("last", "next envelope");
    }

    @Test
    void withoutPublisherAnEnvelopeIsDroppedAsInKura() {
        receive(new WireCloudPublisher(null), record("flow", 1));

        assertThat(messages).isEmpty();
    }

    private static void receive(WireCloudPublisher component, WireRecord... records) {
        component.onWireReceive(new WireEnvelope("asset", List.of(records)));
    }

    private static WireRecord record(String name, double value) {
        Map<String, TypedValue<?>> properties = Map.of(name, TypedValues.newDoubleValue(value));
        return new WireRecord(properties);
    }
}
