/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Form of the OPC UA driver. */
@ObjectClassDefinition(
        id = OpcUaDriver.NAME,
        name = "OPC UA Driver",
        description = "Connects one OPC UA server. Assets that name this driver read, write and listen to its nodes.")
public @interface OpcUaConfig {

    @AttributeDefinition(
            name = "Endpoint URL",
            description = "Where the server listens, for example opc.tcp://192.168.0.10:4840/path.")
    String endpoint_url() default "opc.tcp://localhost:4840";

    @AttributeDefinition(
            name = "Keep host of endpoint URL",
            description = "Servers announce the address under which they want to be reached, often a name that only"
                    + " their own network knows. On: host and port of the endpoint URL are used all the same."
                    + " Off: the announced ones are used.")
    boolean endpoint_keep_host() default true;

    @AttributeDefinition(
            name = "Security policy",
            description = "How messages are signed and encrypted. With None nobody proves who they are and everything"
                    + " can be read and changed on the network. With a policy, the certificate of this driver has to"
                    + " be trusted by the server: that of the keystore alias, or else file client.der in the data"
                    + " directory under tohu/opcua.",
            options = {
                @Option(label = "None", value = "None"),
                @Option(label = "Basic256Sha256", value = "Basic256Sha256"),
                @Option(label = "Aes128_Sha256_RsaOaep", value = "Aes128_Sha256_RsaOaep"),
                @Option(label = "Aes256_Sha256_RsaPss", value = "Aes256_Sha256_RsaPss")
            })
    String security_policy() default "None";

    @AttributeDefinition(
            name = "Message security mode",
            description = "With a security policy: Sign protects messages against changes, SignAndEncrypt also against"
                    + " reading.",
            options = {
                @Option(label = "Sign", value = "Sign"),
                @Option(label = "SignAndEncrypt", value = "SignAndEncrypt")
            })
    String security_mode() default "SignAndEncrypt";

    @AttributeDefinition(
            name = "Trusted certificates",
            description = "With a security policy: SHA-256 fingerprints of the server's certificate, or of the one that"
                    + " issued it if the server sends it along, separated by commas. A server that is not"
                    + " trusted is refused, and the log says its fingerprint.",
            required = false)
    String security_trusted() default "";

    @AttributeDefinition(
            name = "Check host of certificate",
            description = "With a security policy: whether the server's certificate must name the host of the endpoint"
                    + " URL. Switch off for servers whose certificate names another one.")
    boolean security_check_host() default true;

    @AttributeDefinition(
            name = "Keystore pid",
            description = "With a security policy: pid of a keystore of this gateway. Servers whose certificate, or"
                    + " whose issuer's, is a trusted certificate there are trusted, beside those of the fingerprints"
                    + " above; certificates on its revocation lists are refused. Empty: only the fingerprints.",
            required = false)
    String keystore_pid() default "";

    @AttributeDefinition(
            name = "Keystore alias of client key",
            description = "The RSA key entry of the keystore with which this gateway shows who it is; its certificate"
                    + " needs an application URI. Empty: the driver makes a key and certificate of its own.",
            required = false)
    String keystore_alias() default "";

    @AttributeDefinition(
            name = "Keystore alias of user certificate",
            description = "The key entry of the keystore with which to log in, instead of user name and password."
                    + " Empty: log in with the user name below.",
            required = false)
    String user_certificate_alias() default "";

    @AttributeDefinition(name = "User name", description = "Leave empty to log in anonymously.", required = false)
    String user_name() default "";

    @AttributeDefinition(
            name = "Password",
            description = "Password of the user. Without a security policy it can be read or taken by others on the"
                    + " network.",
            type = AttributeType.PASSWORD,
            required = false)
    String user_password() default "";

    @AttributeDefinition(
            name = "Application name",
            description = "Name under which this gateway appears in the server's list of sessions.")
    String application_name() default "Tohu";

    @AttributeDefinition(
            name = "Request timeout (ms)",
            description = "Longest wait for an answer, also when connecting. Raise it for servers that collect their"
                    + " values over a slow bus.",
            min = "100",
            max = "600000")
    int request_timeout() default 5000;

    @AttributeDefinition(
            name = "Session timeout (ms)",
            description = "How long the server keeps session and subscriptions after the line broke. A connection that"
                    + " is back in this time goes on where it stopped.",
            min = "1000",
            max = "3600000")
    int session_timeout() default 60000;

    @AttributeDefinition(
            name = "Publishing interval (ms)",
            description = "How often the server sends the changes of channels that are listened to, where a channel"
                    + " does not say otherwise. Servers have a lower limit of their own.",
            min = "1",
            max = "3600000")
    double publishing_interval() default 500;

    @AttributeDefinition(
            name = "Items per request",
            description = "Most nodes in one request. The server's own limits are kept anyway: lower this only when it"
                    + " does not announce them and refuses large requests.",
            min = "1",
            max = "65535")
    int request_max_items() default 1000;

    @AttributeDefinition(
            name = "Accept uncertain values",
            description = "On: a value that the server marks as uncertain is delivered as a value."
                    + " Off: it is a failure of its channel.")
    boolean uncertain_accept() default true;

    @AttributeDefinition(
            name = "Shortest pause before reconnect (ms)",
            description = "Pause before the first new try to connect. It doubles with every failed try.",
            min = "10",
            max = "3600000")
    int reconnect_min() default 1000;

    @AttributeDefinition(
            name = "Longest pause before reconnect (ms)",
            description = "The pause between two tries to connect does not grow beyond this.",
            min = "10",
            max = "3600000")
    int reconnect_max() default 30000;
}
