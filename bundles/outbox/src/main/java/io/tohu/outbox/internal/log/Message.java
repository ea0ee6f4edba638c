/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.outbox.internal.log;

/**
 * A message as it was given to the store.
 *
 * @param id its identifier
 * @param order position among all messages ever stored; decides the age of messages, whatever the clock says
 * @param created milliseconds since 1970 by the wall clock of that moment
 * @param age the same by the {@link AgeClock}
 * @param payload null when there is none
 */
public record Message(
        int id,
        long order,
        long created,
        long age,
        String topic,
        byte[] payload,
        int qos,
        boolean retain,
        int priority) {}
