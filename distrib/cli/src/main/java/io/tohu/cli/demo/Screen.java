/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.demo;

import io.tohu.cli.cloud.CloudMessage;
import io.tohu.cli.cloud.CloudView;
import io.tohu.cli.process.PlantStatus;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Lines on the terminal for an operator: one a second, and one for each thing that happens. */
public final class Screen {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int BAR = 20;

    private long opcUaBefore;
    private long modbusBefore;
    private long readBefore;
    private long sentBefore;

    /** Tells what happened. */
    public void event(String text) {
        System.out.println(clock() + "  " + text);
    }

    /** The line of one second. */
    public void second(PlantStatus plant, CloudView cloud) {
        PlantStatus.Served served = plant.served();
        long sent = cloud.bytes();
        CloudMessage result = cloud.last("/results").orElse(null);
        System.out.printf(
                Locale.ROOT,
                "%s  opcua %4d val/s  modbus %4d reg/s | %s | read %6.1f kB/s sent %5.2f kB/s%n",
                clock(),
                served.opcua().values() - opcUaBefore,
                served.modbus().values() - modbusBefore,
                result == null ? "no result yet" : result(result),
                (served.bytes() - readBefore) / 1e3,
                (sent - sentBefore) / 1e3);
        opcUaBefore = served.opcua().values();
        modbusBefore = served.modbus().values();
        readBefore = served.bytes();
        sentBefore = sent;
    }

    private static String result(CloudMessage m) {
        if (!m.text("error").isEmpty()) {
            return "cannot score: " + m.text("error");
        }
        double score = m.number("score");
        double limit = m.number("limit");
        int filled = (int) Math.max(0, Math.min(BAR, Math.round(BAR / 2.0 * score / limit)));
        return String.format(
                Locale.ROOT,
                "score %6.2f of %.2f [%s%s] %s",
                score,
                limit,
                "#".repeat(filled),
                ".".repeat(BAR - filled),
                m.flag("alarm") ? "ALARM " + m.text("contributors") : "healthy");
    }

    /** A message as the cloud has it, on one line. */
    public void message(CloudMessage m) {
        StringBuilder line = new StringBuilder("cloud <- ")
                .append(m.topic())
                .append(" (")
                .append(m.bytes())
                .append(" B)");
        m.metrics().entrySet().stream()
                .filter(e -> !(e.getValue() instanceof byte[]))
                .sorted(Map.Entry.comparingByKey())
                .limit(12)
                .forEach(e -> line.append(' ').append(e.getKey()).append('=').append(brief(e.getValue())));
        event(line.toString());
    }

    private static String brief(Object value) {
        return value instanceof Double d ? String.format(Locale.ROOT, "%.3f", d) : value.toString();
    }

    private static String clock() {
        return LocalTime.now().format(CLOCK);
    }
}
