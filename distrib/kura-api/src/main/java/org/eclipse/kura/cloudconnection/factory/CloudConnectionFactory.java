/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.cloudconnection.factory;

import java.util.List;
import java.util.Set;
import org.eclipse.kura.KuraException;
import org.osgi.annotation.versioning.ProviderType;

/** Creates the set of components that make one cloud connection. */
@ProviderType
public interface CloudConnectionFactory {

    String KURA_CLOUD_CONNECTION_FACTORY_PID = "kura.cloud.connection.factory.pid";

    String getFactoryPid();

    void createConfiguration(String pid) throws KuraException;

    List<String> getStackComponentsPids(String pid) throws KuraException;

    void deleteConfiguration(String pid) throws KuraException;

    Set<String> getManagedCloudConnectionPids() throws KuraException;
}
