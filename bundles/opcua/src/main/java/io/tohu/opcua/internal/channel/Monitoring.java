/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal.channel;

/**
 * How a channel is listened to.
 *
 * @param publishingMillis how often the server may send; 0 takes the driver's setting
 * @param samplingMillis how often the server looks at the value; negative takes the publishing interval, 0 is as fast
 *     as the server can
 * @param queueSize values that the server keeps between two messages, at least 1
 * @param discardOldest which value goes when the queue is full: the oldest, or else the newest
 * @param deadbandKind how {@code deadband} is meant
 * @param deadband smallest change that counts, in the value's unit or in percent of the server's EURange
 */
public record Monitoring(
        double publishingMillis,
        double samplingMillis,
        long queueSize,
        boolean discardOldest,
        DeadbandKind deadbandKind,
        double deadband) {

    /** Deadband types of a DataChangeFilter (Part 4, 7.22.2), with their numbers on the wire. */
    public enum DeadbandKind {
        NONE,
        ABSOLUTE,
        PERCENT
    }
}
