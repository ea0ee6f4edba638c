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

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.service.wireadmin.Wire;

/** A wire between two components. */
@ProviderType
public class WireConfiguration {

    private final String emitterPid;
    private final String receiverPid;
    private String filter;
    private Wire wire;

    public WireConfiguration(String emitterPid, String receiverPid) {
        this.emitterPid = requireNonNull(emitterPid, "emitterPid");
        this.receiverPid = requireNonNull(receiverPid, "receiverPid");
    }

    public String getEmitterPid() {
        return emitterPid;
    }

    public String getReceiverPid() {
        return receiverPid;
    }

    public String getFilter() {
        return filter;
    }

    public void setFilter(String filter) {
        this.filter = filter;
    }

    public Wire getWire() {
        return wire;
    }

    public void setWire(Wire wire) {
        this.wire = wire;
    }

    @Override
    public boolean equals(Object obj) {
        if (this == obj) {
            return true;
        }
        if (obj == null || getClass() != obj.getClass()) {
            return false;
        }
        WireConfiguration other = (WireConfiguration) obj;
        return Objects.equals(emitterPid, other.emitterPid) && Objects.equals(receiverPid, other.receiverPid);
    }

    @Override
    public int hashCode() {
        return Objects.hash(emitterPid, receiverPid);
    }

    @Override
    public String toString() {
        return "WireConfiguration [emitterPid=" + emitterPid + ", receiverPid=" + receiverPid + ", filter=" + filter
                + ", wire=" + wire + "]";
    }
}
