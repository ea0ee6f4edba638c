/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.deployment.agent;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = DeploymentAgent.PID,
        name = "DeploymentAgent",
        description = "Installs the deployment packages of this gateway at every start.")
@interface DeploymentAgentConfig {

    @AttributeDefinition(
            name = "SslManagerService Target Filter",
            description = "Kept for configurations of a real gateway; packages are read from files here.")
    String SslManagerService_target() default "(kura.service.pid=org.eclipse.kura.ssl.SslManagerService)";
}
