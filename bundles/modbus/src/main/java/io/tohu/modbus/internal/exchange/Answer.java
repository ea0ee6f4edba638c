/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.exchange;

/**
 * What one request brought, for the spans of a plan's list that it was to answer.
 *
 * @param places where they stand in the list
 */
public record Answer(int[] places, Reading reading) {}
