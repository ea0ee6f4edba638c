/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.recording;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Optional;

/** The ways in which recordings write a time: year first (ISO, with blank or T), day first with dots, month first with slashes. */
final class Timestamps {

    private static final List<DateTimeFormatter> FORMATS =
            List.of(format("yyyy-M-d"), format("yyyy/M/d"), format("d.M.yyyy"), format("M/d/yyyy"));

    private Timestamps() {}

    private static DateTimeFormatter format(String date) {
        return new DateTimeFormatterBuilder()
                .appendPattern(date + "['T'][' ']H:mm[:ss]")
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .optionalEnd()
                .optionalStart()
                .appendOffsetId()
                .optionalEnd()
                .toFormatter();
    }

    /** The format that fits the text, if there is one. */
    static Optional<DateTimeFormatter> detect(String text) {
        for (DateTimeFormatter format : FORMATS) {
            if (parse(text, format).isPresent()) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    static Optional<Instant> parse(String text, DateTimeFormatter format) {
        try {
            TemporalAccessor parsed = format.parse(text);
            ZoneId zone = parsed.query(TemporalQueries.zone());
            return Optional.of(LocalDateTime.of(LocalDate.from(parsed), LocalTime.from(parsed))
                    .atZone(zone == null ? ZoneOffset.UTC : zone)
                    .toInstant());
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
