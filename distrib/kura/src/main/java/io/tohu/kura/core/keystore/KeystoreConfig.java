/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.keystore;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        id = FilesystemKeystore.PID,
        name = "FilesystemKeystoreServiceImpl",
        description = "A Java keystore in a file: keys, trusted certificates, and lists of revoked ones.")
@interface KeystoreConfig {

    @AttributeDefinition(name = "Keystore Path", description = "The file. It is created when it is not there.")
    String keystore_path() default "/tmp/keystore.ks";

    @AttributeDefinition(
            name = "Keystore Password",
            type = AttributeType.PASSWORD,
            required = false,
            description = "Password of the keystore and of its keys. Changing it changes that of the file.")
    String keystore_password() default "changeit";

    @AttributeDefinition(
            name = "CRL Cache Enabled",
            description =
                    "Whether lists of revoked certificates are kept. Without it those that are added are dropped.")
    boolean crl_management_enabled() default false;

    @AttributeDefinition(
            name = "CRL Store Path",
            required = false,
            description = "File for the lists of revoked certificates. Empty: beside the keystore, with .crl added.")
    String crl_store_path() default "";
}
