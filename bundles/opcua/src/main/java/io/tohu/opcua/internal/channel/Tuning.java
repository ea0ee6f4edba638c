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
 * Settings that act without a new connection.
 *
 * @param maxItems most items in one request
 * @param publishingMillis how often the server may send what changed, where a channel does not say otherwise
 * @param acceptUncertain whether a value of uncertain quality is delivered as a value, else it is a failure
 */
public record Tuning(int maxItems, double publishingMillis, boolean acceptUncertain) {}
