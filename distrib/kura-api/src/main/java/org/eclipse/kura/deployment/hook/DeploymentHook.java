/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.deployment.hook;

import java.util.Map;
import org.eclipse.kura.KuraException;
import org.osgi.annotation.versioning.ConsumerType;

/** Is called around the installation of a package from the cloud. */
@ConsumerType
public interface DeploymentHook {

    void preDownload(RequestContext context, Map<String, Object> properties) throws KuraException;

    void postDownload(RequestContext context, Map<String, Object> properties) throws KuraException;

    void postInstall(RequestContext context, Map<String, Object> properties) throws KuraException;
}
