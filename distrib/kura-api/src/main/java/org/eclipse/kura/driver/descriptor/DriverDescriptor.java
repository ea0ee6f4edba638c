/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.driver.descriptor;

import org.osgi.annotation.versioning.ProviderType;

/** A driver's pid and what its channels need. */
@ProviderType
public class DriverDescriptor {

    private final String pid;
    private final String factoryPid;
    private final Object channelDescriptor;

    public DriverDescriptor(String pid, String factoryPid, Object channelDescriptor) {
        this.pid = pid;
        this.factoryPid = factoryPid;
        this.channelDescriptor = channelDescriptor;
    }

    public String getPid() {
        return pid;
    }

    public String getFactoryPid() {
        return factoryPid;
    }

    public Object getChannelDescriptor() {
        return channelDescriptor;
    }
}
