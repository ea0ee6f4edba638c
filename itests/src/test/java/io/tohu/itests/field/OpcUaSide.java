/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.bench.standalone.Channels;
import io.tohu.bench.standalone.DriverHost.Hosted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.driver.Driver.ConnectionException;
import org.eclipse.kura.type.DataType;

/** The driver's side of a line to a node-opcua server. Modes are None, Sign and SignAndEncrypt. */
final class OpcUaSide {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-F]{2}(:[0-9A-F]{2}){31}");

    private OpcUaSide() {}

    /** A configuration that loses no time. */
    static Map<String, Object> config(String mode, int port, Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(more);
        config.put("endpoint.url", "opc.tcp://127.0.0.1:" + port + "/peer");
        config.putIfAbsent("request.timeout", 3000);
        config.put("session.timeout", 2000);
        config.put("reconnect.min", 50);
        config.put("reconnect.max", 200);
        if (!mode.equals("None")) {
            config.put("security.policy", "Basic256Sha256");
            config.put("security.mode", mode);
            // The certificate that node-opcua makes for itself names the machine and no address.
            config.putIfAbsent("security.check.host", false);
        }
        return config;
    }

    /** Makes a driver trust the server as an operator does: by the fingerprint that the refusal names. */
    static void trust(Hosted driver, String mode, int port, Map<String, Object> more) throws Exception {
        Map<String, Object> trusted = new HashMap<>(more);
        if (!mode.equals("None")) {
            driver.update(config(mode, port, more));
            trusted.put("security.trusted", fingerprintSaidBy(driver));
        }
        driver.update(config(mode, port, trusted));
        Reads.await("it connects", () -> Reads.connects(driver.driver()));
    }

    /** The fingerprint in the refusal of a server that is not trusted yet. */
    static String fingerprintSaidBy(Hosted driver) {
        try {
            driver.driver().connect();
            throw new AssertionError("an unknown certificate was taken");
        } catch (ConnectionException e) {
            Matcher matcher = FINGERPRINT.matcher(e.getMessage());
            assertThat(matcher.find()).as(e.getMessage()).isTrue();
            return matcher.group();
        }
    }

    static String node(String id) {
        return "nsu=urn:tohu:test:peer;s=" + id;
    }

    /** The first of the variables that hold their number. */
    static List<ChannelRecord> variables(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Channels.variable(node("v" + i), DataType.DOUBLE))
                .toList();
    }

    /** Reads the first of them; whether all came. */
    static boolean right(Hosted driver, int count) {
        return Reads.right(driver.driver(), variables(count), i -> (double) i);
    }
}
