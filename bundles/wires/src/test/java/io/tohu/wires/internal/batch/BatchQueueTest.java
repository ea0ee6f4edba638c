/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.wires.internal.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.Test;

class BatchQueueTest {

    private final Form form = new Form();
    private final List<KuraMessage> sent = new ArrayList<>();
    private boolean away;
    private long now = 1_000_000;

    private final BatchQueue queue = new BatchQueue(
            form,
            message -> {
                if (away) {
                    throw new KuraException(KuraErrorCode.SERVICE_UNAVAILABLE, "no message store");
                }
                sent.add(message);
            },
            () -> now);

    private static Map<String, TypedValue<?>> record(String name, Object value) {
        return Map.of(name, TypedValues.newTypedValue(value));
    }

    private static int records(KuraMessage message) {
        return (Integer) message.getPayload().getMetric("batch.records");
    }

    @Test
    void soManyRecordsAreOneMessage() {
        for (int i = 0; i < 7; i++) {
            queue.add(record("value", i));
        }

        assertThat(sent).extracting(BatchQueueTest::records).containsExactly(3, 3);
        assertThat(queue.waiting()).isEqualTo(1);
    }

    @Test
    void aMessageLeavesWhenItsFirstRecordHasWaitedLongEnough() {
        queue.add(record("value", 1));
        now += 999;
        queue.tick();
        assertThat(sent).isEmpty();
        now += 1;
        queue.tick();
        assertThat(sent).hasSize(1);
    }

    @Test
    void aClockThatIsSetBackDoesNotHoldRecordsForever() {
        queue.add(record("value", 1));
        now -= 3_600_000;
        queue.tick();

        assertThat(sent).hasSize(1);
    }

    @Test
    void aMessageLeavesWhenItIsLarge() {
        queue.add(record("value", new byte[1100]));

        assertThat(sent).hasSize(1);
    }

    @Test
    void anAlarmLeavesAtOnceWithAllThatWaits() {
        queue.add(record("value", 1));
        queue.add(record("event", "RAISED"));

        assertThat(sent).extracting(BatchQueueTest::records).containsExactly(2);
    }

    @Test
    void nothingIsLostWhileTheMessageStoreIsAwayAndTheOrderStays() throws IOException {
        away = true;
        for (int i = 0; i < 8; i++) {
            queue.add(record("value", (long) i));
        }
        assertThat(queue.trouble()).contains("no message store");
        assertThat(queue.waiting()).isEqualTo(8);

        away = false;
        now += 1000;
        queue.tick();

        assertThat(queue.trouble()).isEmpty();
        assertThat(queue.waiting()).isZero();
        List<Long> values = new ArrayList<>();
        for (KuraMessage message : sent) {
            values.addAll(Delimited.longs(message.getPayload().getBody()));
        }
        assertThat(values).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void memoryIsBoundedAndAlarmsAreDroppedLast() {
        away = true;
        form.holdKb = 2;
        queue.add(record("event", "RAISED"));
        for (int i = 0; i < 100; i++) {
            queue.add(record("value", new byte[100]));
        }
        assertThat(queue.dropped()).isPositive();
        assertThat(queue.waiting()).isLessThan(25);

        away = false;
        queue.flush();
        assertThat(records(sent.get(0))).as("the alarm is still there").isEqualTo(1);
    }

    @Test
    void recordsOfDifferentGroupsTravelInDifferentMessagesThatNameTheirGroup() {
        form.group = "assetName";
        for (String asset : List.of("pump", "fan", "pump", "fan", "pump")) {
            queue.add(record("assetName", asset));
        }
        queue.flush();

        assertThat(sent)
                .extracting(message -> message.getProperties().get("assetName"), BatchQueueTest::records)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("pump", 3), org.assertj.core.groups.Tuple.tuple("fan", 2));
    }

    @Test
    void aBatchIsSmallerThanItsRecordsOneByOne() {
        form.records = 100;
        int single = 0;
        for (int i = 0; i < 100; i++) {
            Map<String, TypedValue<?>> record = Map.of(
                    "score", TypedValues.newDoubleValue(i / 7.0),
                    "model", TypedValues.newStringValue("pump-anomaly"),
                    "contributors", TypedValues.newStringValue("flow=0.7,pressure=0.2"));
            single += RecordEncoding.delimited(record, now).length;
            queue.add(record);
        }

        assertThat(sent.get(0).getPayload().getBody().length).isLessThan(single / 3);
    }

    /** Reads what any protobuf library reads with parseDelimitedFrom, as far as these tests need it. */
    private static final class Delimited {

        static List<Long> longs(byte[] gzip) throws IOException {
            byte[] all = new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes();
            List<Long> values = new ArrayList<>();
            int at = 0;
            while (at < all.length) {
                int length = all[at++];
                // long_value is the last field of the one metric: its tag 5 << 3, then one byte
                assertThat(all[at + length - 2]).isEqualTo((byte) (5 << 3));
                values.add((long) all[at + length - 1]);
                at += length;
            }
            return values;
        }
    }

    private static final class Form implements BatchConfig {

        private int records = 3;
        private int holdKb = 64;
        private String group = "";

        @Override
        public String CloudPublisher_target() {
            return "(kura.service.pid=p)";
        }

        @Override
        public int records() {
            return records;
        }

        @Override
        public int wait_ms() {
            return 1000;
        }

        @Override
        public int size_kb() {
            return 1;
        }

        @Override
        public String urgent_property() {
            return "event";
        }

        @Override
        public String group_by() {
            return group;
        }

        @Override
        public int hold_kb() {
            return holdKb;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return BatchConfig.class;
        }
    }
}
