/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.listen;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tohu.opcua.internal.channel.ChannelSpec;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.junit.jupiter.api.Test;

class ListenedChannelTest {

    private static final int VALUES = 10_000;
    private static final long A_FEW_SMALL_OBJECTS = 250;

    @Test
    void aSecondOfTenThousandValuesCostsAFewSmallObjectsEach() throws Exception {
        int[] heard = new int[1];
        ListenedChannel channel = new ListenedChannel(
                ChannelSpec.of(Map.of("+name", "force", "+value.type", "DOUBLE", "node.id", "ns=2;s=Press/force")),
                event -> heard[0]++);
        DataValue value = new DataValue(new Variant(1450.5));
        send(channel, value);
        long before = allocated();
        send(channel, value);
        long each = (allocated() - before) / VALUES;
        assertThat(heard[0]).isEqualTo(2 * VALUES);
        assertThat(each).isLessThan(A_FEW_SMALL_OBJECTS);
    }

    private static void send(ListenedChannel channel, DataValue value) {
        for (int i = 0; i < VALUES; i++) {
            channel.value(value, true);
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
