/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.wire;

import java.util.Collections;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.service.wireadmin.BasicEnvelope;

/** The records of one emission, and who emitted them. */
@ProviderType
public class WireEnvelope extends BasicEnvelope {

    private static final String SCOPE = "WIRES";

    public WireEnvelope(String emitterPid, List<WireRecord> wireRecords) {
        super(Collections.unmodifiableList(wireRecords), emitterPid, SCOPE);
    }

    public String getEmitterPid() {
        return (String) getIdentification();
    }

    @SuppressWarnings("unchecked")
    public List<WireRecord> getRecords() {
        return (List<WireRecord>) getValue();
    }
}
