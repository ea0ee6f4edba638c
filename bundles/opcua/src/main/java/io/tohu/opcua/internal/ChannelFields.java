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

import io.tohu.opcua.internal.channel.ChannelKind;
import io.tohu.opcua.internal.channel.ChannelSpec;
import io.tohu.opcua.internal.channel.Monitoring.DeadbandKind;
import java.util.List;
import org.eclipse.kura.core.configuration.metatype.Tad;
import org.eclipse.kura.core.configuration.metatype.Toption;
import org.eclipse.kura.core.configuration.metatype.Tscalar;
import org.eclipse.kura.driver.ChannelDescriptor;

/** The columns that this driver adds to an asset's channels. */
final class ChannelFields implements ChannelDescriptor {

    /** Kura's own attribute class: the console takes no other. */
    @Override
    public List<Tad> getDescriptor() {
        Tad kind = field(
                ChannelSpec.KIND,
                "Kind",
                "What the channel carries. Status code: of the node's value, as LONG or by name as STRING. Overflows and"
                        + " gaps: counts of lost values of all channels that are listened to, as LONG. Connection"
                        + " state: BOOLEAN, or why not as STRING. Round trip: milliseconds, as DOUBLE.",
                Tscalar.STRING,
                ChannelKind.VALUE.name());
        for (ChannelKind each : ChannelKind.values()) {
            kind.setOption(option(each.name(), each.label()));
        }
        Tad deadbandType = field(
                ChannelSpec.DEADBAND_TYPE,
                "Deadband type",
                "When listening, whether small changes are left out: ABSOLUTE in the unit of the value, PERCENT of the"
                        + " range that the server states for the node.",
                Tscalar.STRING,
                DeadbandKind.NONE.name());
        for (DeadbandKind each : DeadbandKind.values()) {
            deadbandType.setOption(option(each.name(), each.name()));
        }
        return List.of(
                field(
                        ChannelSpec.NODE_ID,
                        "Node id",
                        "The node, by namespace index (ns=2;s=Pump/speed) or by namespace URI"
                                + " (nsu=urn:vendor:plc;s=Pump/speed), which lasts when the server is changed."
                                + " Of no meaning for kinds that are not about a node.",
                        Tscalar.STRING,
                        "ns=2;s=MyNode"),
                kind,
                optional(field(
                        ChannelSpec.INDEX_RANGE,
                        "Index range",
                        "Elements of an array, counted from 0: 3 for one, 0:9 for ten. Empty for the whole value.",
                        Tscalar.STRING,
                        "")),
                field(
                        ChannelSpec.SAMPLING_INTERVAL,
                        "Sampling interval (ms)",
                        "When listening, how often the server looks at the value. -1 as often as it sends, 0 as often"
                                + " as it can.",
                        Tscalar.DOUBLE,
                        "-1"),
                field(
                        ChannelSpec.PUBLISHING_INTERVAL,
                        "Publishing interval (ms)",
                        "When listening, how often the server sends changes. 0 takes the driver's setting.",
                        Tscalar.DOUBLE,
                        "0"),
                field(
                        ChannelSpec.QUEUE_SIZE,
                        "Queue size",
                        "When listening, how many samples the server keeps until it sends them. At least publishing"
                                + " interval divided by sampling interval, or samples are lost.",
                        Tscalar.INTEGER,
                        "10"),
                field(
                        ChannelSpec.DISCARD_OLDEST,
                        "Discard oldest",
                        "Which sample goes when the queue is full: the oldest one, or else the newest.",
                        Tscalar.BOOLEAN,
                        "true"),
                deadbandType,
                field(
                        ChannelSpec.DEADBAND,
                        "Deadband",
                        "When listening with a deadband type, the smallest change that is sent.",
                        Tscalar.DOUBLE,
                        "0"));
    }

    private static Toption option(String value, String label) {
        Toption option = new Toption();
        option.setLabel(label);
        option.setValue(value);
        return option;
    }

    private static Tad field(String id, String name, String description, Tscalar type, String preset) {
        Tad field = new Tad();
        field.setId(id);
        field.setName(name);
        field.setDescription(description);
        field.setType(type);
        field.setDefault(preset);
        field.setRequired(true);
        field.setCardinality(0);
        return field;
    }

    private static Tad optional(Tad field) {
        field.setRequired(false);
        return field;
    }
}
