/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.deployment;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = DeploymentRequests.PID,
        name = "DeploymentService",
        description = "Downloads and installs deployment packages that are asked for over the cloud connection.")
@interface DeploymentConfig {

    @AttributeDefinition(
            name = "downloads.directory",
            required = false,
            description = "Directory for files until they are installed. Empty: the gateway's own temporary directory.")
    String downloads_directory() default "";

    @AttributeDefinition(
            name = "deployment.hook.associations",
            description =
                    "Which hook is called for which kind of request: one <request.type>=<pid of the hook> a line.|TextArea")
    String deployment_hook_associations() default "# myRequestType=MyDeploymentHook";
}
