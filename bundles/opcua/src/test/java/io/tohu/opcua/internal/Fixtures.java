/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.opcua.internal.access.ReadPlan;
import io.tohu.opcua.internal.channel.Tuning;
import io.tohu.opcua.internal.link.Credentials;
import io.tohu.opcua.internal.link.LinkException;
import io.tohu.opcua.internal.link.LinkSettings;
import io.tohu.opcua.internal.security.KeyNames;
import io.tohu.opcua.internal.security.PkiFolder;
import io.tohu.opcua.internal.security.Sealer;
import io.tohu.opcua.internal.security.Security;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValues;

/** What tests of the driver begin with. */
final class Fixtures {

    private Fixtures() {}

    static DriverSettings settings(String url) {
        return settings(url, Credentials.ANONYMOUS, true);
    }

    static DriverSettings settings(String url, Credentials credentials, boolean keepHost) {
        return new DriverSettings(
                new LinkSettings(
                        url,
                        keepHost,
                        Security.NONE,
                        credentials,
                        KeyNames.OWN,
                        "test",
                        Duration.ofMillis(2000),
                        Duration.ofSeconds(30)),
                Set.of(),
                new Tuning(1000, 20, true),
                Duration.ofMillis(50),
                Duration.ofMillis(200));
    }

    /** A driver that needs no keys. */
    static DriverCore driver(String instance, DriverSettings settings) {
        return new DriverCore(instance, settings, pki(Path.of("target", "pki"), instance), pid -> null);
    }

    /** A driver that tries refused channels again at once. */
    static DriverCore retrying(String instance, DriverSettings settings) {
        return new DriverCore(
                instance, settings, pki(Path.of("target", "pki"), instance), pid -> null, Duration.ofMillis(1));
    }

    static PkiFolder pki(Path folder, String instance) {
        return new PkiFolder(folder, instance, new Sealer() {
            @Override
            public char[] seal(char[] secret) {
                return ("sealed:" + new String(secret)).toCharArray();
            }

            @Override
            public char[] open(char[] sealed) {
                return new String(sealed).replace("sealed:", "").toCharArray();
            }
        });
    }

    static String node(String id) {
        return "nsu=" + TestNamespace.URI + ";s=" + id;
    }

    static ChannelRecord reading(String node, DataType type) {
        ChannelRecord record = ChannelRecord.createReadRecord(node, type);
        record.setChannelConfig(Map.of("node.id", node));
        return record;
    }

    static ChannelRecord writing(String node, Object value) {
        ChannelRecord record = ChannelRecord.createWriteRecord(node, TypedValues.newTypedValue(value));
        record.setChannelConfig(Map.of("node.id", node));
        return record;
    }

    static Map<String, Object> listening(String node, DataType type) {
        Map<String, Object> config = new HashMap<>();
        config.put("+name", node);
        config.put("+value.type", type.name());
        config.put("node.id", node);
        config.put("sampling.interval", 10.0);
        return config;
    }

    /** Reads one channel that must succeed. */
    static Object read(DriverCore driver, String id, DataType type) throws LinkException {
        ChannelRecord record = reading(node(id), type);
        driver.read(ReadPlan.of(List.of(record)), List.of(record));
        assertThat(record.getChannelStatus().getExceptionMessage()).as(id).isNull();
        return record.getValue().getValue();
    }

    static String failure(ChannelRecord record) {
        assertThat(record.getChannelStatus().getChannelFlag()).isEqualTo(ChannelFlag.FAILURE);
        return record.getChannelStatus().getExceptionMessage();
    }

    /** Waits for something that happens in other threads or in the server. */
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** Lets time pass, for what depends on time alone. */
    static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
