/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.field;

import io.tohu.cli.cloud.CloudMessage;
import io.tohu.cli.cloud.CloudView;
import io.tohu.cli.cloud.Components;
import io.tohu.cli.opcua.ServerCertificate;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scenes between a gateway and its machines, seen from the cloud: what is configured goes by CONF-V2, what happens is
 * read from the reports. A scene that goes as it should returns a sentence about it; one that does not throws.
 */
public final class FieldStory {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-F]{2}(:[0-9A-F]{2}){31}");
    private static final long MILLIS = 60_000;

    private final Components components;
    private final CloudView cloud;
    private final String topic;
    private final String prefix;
    private final String opcUaUrl;

    /**
     * @param cloud told of all that the gateway publishes
     * @param application under which it does
     * @param prefix what the names of its instances begin with
     * @param opcUaUrl where this machine finds the plant's OPC UA server
     */
    public FieldStory(Components components, CloudView cloud, String application, String prefix, String opcUaUrl) {
        this.components = components;
        this.cloud = cloud;
        this.topic = application + "/report/" + prefix;
        this.prefix = prefix;
        this.opcUaUrl = opcUaUrl;
    }

    /**
     * The driver is told to use security. It refuses the server, whose fingerprint is in the failure of each channel;
     * when that is configured as trusted, values flow, encrypted.
     */
    public String securedOpcUa() throws IOException, InterruptedException {
        long begin = System.currentTimeMillis();
        components.update(
                prefix + "plant-opcua",
                Map.of(
                        "security.policy", "Basic256Sha256",
                        "security.mode", "SignAndEncrypt",
                        "security.trusted", ""));
        CloudMessage refusal = report("report-opcua", begin, r -> FINGERPRINT
                        .matcher(r.text("speed_error"))
                        .find())
                .orElseThrow(() -> new IOException(
                        "no report named the fingerprint of the server that is not trusted; the last one: "
                                + last("report-opcua")));
        if (refusal.metrics().containsKey("speed")) {
            throw new IOException("a value was read from a server that is not trusted: " + refusal.metrics());
        }
        Matcher named = FINGERPRINT.matcher(refusal.text("speed_error"));
        String fingerprint = named.find() ? named.group() : "";
        String real = ServerCertificate.fingerprint(opcUaUrl);
        if (!fingerprint.equals(real)) {
            throw new IOException("the gateway named the fingerprint " + fingerprint + ", the server's is " + real);
        }
        long trusted = System.currentTimeMillis();
        components.update(prefix + "plant-opcua", Map.of("security.trusted", fingerprint));
        CloudMessage value = report("report-opcua", trusted, r -> Double.isFinite(r.number("speed")))
                .orElseThrow(() -> new IOException(
                        "no value came after the server was trusted; the last report: " + last("report-opcua")));
        return String.format(
                Locale.ROOT,
                "refused after %.1f s by the fingerprint %s…, which is the server's; %.1f s after it was trusted speed %.0f"
                        + " rpm, signed and encrypted",
                (refusal.receivedAt() - begin) / 1e3,
                fingerprint.substring(0, 11),
                (value.receivedAt() - trusted) / 1e3,
                value.number("speed"));
    }

    /** Every type and order of the nameplate's registers is read as what it means. */
    public String mixedModbus() throws IOException, InterruptedException {
        long begin = System.currentTimeMillis();
        CloudMessage report = report(
                        "report-nameplate", begin, r -> Nameplate.wrong(r).isEmpty())
                .orElseThrow(() -> new IOException(cloud.last(topic + "report-nameplate")
                        .map(Nameplate::wrong)
                        .orElse("no report of the nameplate came")));
        return String.format(
                Locale.ROOT,
                "uint32 %s and float32 %.1f low word first, int16 %s, bits %s/%s/%s, \"%s\", float64 %.0f, float32 %.2f"
                        + " with swapped bytes",
                report.metrics().get("serial"),
                report.number("flow"),
                report.metrics().get("flowBelow100"),
                report.metrics().get("turning"),
                report.metrics().get("lit"),
                report.metrics().get("inService"),
                report.text("name"),
                report.number("speed"),
                report.number("dischargePressure"));
    }

    /** Both servers die without a word and come back; the gateway says so, and reads again without anybody's help. */
    public String serversKilledAndBack(PlantPower plant) throws IOException, InterruptedException {
        long cut = System.currentTimeMillis();
        plant.cut();
        CloudMessage opcUa = report(
                        "report-opcua", cut, r -> !r.text("speed_error").isEmpty())
                .orElseThrow(() -> new IOException("no report named the failure of the OPC UA server"));
        CloudMessage modbus = report(
                        "report-modbus", cut, r -> !r.text("flow_error").isEmpty())
                .orElseThrow(() -> new IOException("no report named the failure of the Modbus server"));
        long back = System.currentTimeMillis();
        plant.restore();
        long ready = System.currentTimeMillis();
        CloudMessage value = report("report-opcua", back, r -> Double.isFinite(r.number("speed")))
                .orElseThrow(() -> new IOException("no value over OPC UA " + MILLIS / 1000
                        + " s after the server was back: " + last("report-opcua")));
        CloudMessage register = report("report-modbus", back, r -> Double.isFinite(r.number("flow")))
                .orElseThrow(() -> new IOException("no value over Modbus " + MILLIS / 1000
                        + " s after the server was back: " + last("report-modbus")));
        return String.format(
                Locale.ROOT,
                "failures told after %.1f s (\"%s\", \"%s\"); values again %.1f s (OPC UA) and %.1f s (Modbus) after the"
                        + " servers were back",
                (Math.max(opcUa.receivedAt(), modbus.receivedAt()) - cut) / 1e3,
                brief(opcUa.text("speed_error")),
                brief(modbus.text("flow_error")),
                Math.max(0, value.receivedAt() - ready) / 1e3,
                Math.max(0, register.receivedAt() - ready) / 1e3);
    }

    private Optional<CloudMessage> report(String asset, long since, Predicate<CloudMessage> wanted)
            throws InterruptedException {
        Predicate<CloudMessage> late = m -> m.receivedAt() >= since && wanted.test(m);
        CloudMessage[] found = new CloudMessage[1];
        cloud.await(
                view -> {
                    view.last(topic + asset).filter(late).ifPresent(m -> found[0] = m);
                    return found[0] != null;
                },
                MILLIS);
        return Optional.ofNullable(found[0]);
    }

    private String last(String asset) {
        return cloud.last(topic + asset).map(m -> m.metrics().toString()).orElse("none");
    }

    private static String brief(String text) {
        return text.length() <= 60 ? text : text.substring(0, 59) + "…";
    }
}
