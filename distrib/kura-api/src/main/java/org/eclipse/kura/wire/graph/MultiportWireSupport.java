/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.wire.graph;

import java.util.List;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.WireSupport;
import org.osgi.annotation.versioning.ProviderType;

/** The part of a component with several ports that deals with OSGi's wires. */
@ProviderType
public interface MultiportWireSupport extends WireSupport {

    List<EmitterPort> getEmitterPorts();

    List<ReceiverPort> getReceiverPorts();

    WireEnvelope createWireEnvelope(List<WireRecord> records);
}
