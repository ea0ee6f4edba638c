/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.inventory;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.tohu.kura.core.cloud.RequestHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.cloudconnection.request.RequestHandlerContext;
import org.eclipse.kura.cloudconnection.request.RequestHandlerMessageConstants;
import org.eclipse.kura.message.KuraPayload;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.deploymentadmin.DeploymentAdmin;

/** The application INVENTORY-V1: bundles and deployment packages; no containers, no packages of the system. */
@Component(
        name = "org.eclipse.kura.core.inventory.InventoryHandlerV1",
        immediate = true,
        service = RequestHandler.class,
        property = RequestHandlers.APP_ID + "=INVENTORY-V1")
public final class InventoryRequests implements RequestHandler {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final BundleContext context;
    private final DeploymentAdmin admin;

    /**
     * @param context knows the bundles
     * @param admin knows the packages
     */
    @Activate
    public InventoryRequests(BundleContext context, @Reference DeploymentAdmin admin) {
        this.context = context;
        this.admin = admin;
    }

    @Override
    public KuraMessage doGet(RequestHandlerContext requester, KuraMessage request) throws KuraException {
        BundlesJson json = new BundlesJson(context, admin);
        List<?> path = path(request);
        return switch (path.get(0).toString()) {
            case "bundles" -> answer("bundles", json.bundles());
            case "deploymentPackages" -> answer("deploymentPackages", json.packages());
            case "inventory" -> answer("inventory", inventory());
            case "systemPackages" -> answer("systemPackages", new JsonArray());
            case "containers", "images" -> code(NOT_FOUND);
            default -> throw new KuraException(KuraErrorCode.NOT_FOUND);
        };
    }

    @Override
    public KuraMessage doExec(RequestHandlerContext requester, KuraMessage request) throws KuraException {
        String resource =
                String.join("/", path(request).stream().map(Object::toString).toList());
        boolean start = "bundles/_start".equals(resource);
        if (!start && !"bundles/_stop".equals(resource)) {
            throw new KuraException(KuraErrorCode.NOT_FOUND);
        }
        Bundle bundle = named(request.getPayload().getBody());
        try {
            if (start) {
                bundle.start();
            } else {
                bundle.stop();
            }
        } catch (BundleException e) {
            throw new KuraException(KuraErrorCode.SERVICE_UNAVAILABLE, e);
        }
        return code(OK);
    }

    @Override
    public KuraMessage doDel(RequestHandlerContext requester, KuraMessage request) throws KuraException {
        throw new KuraException(KuraErrorCode.NOT_FOUND);
    }

    private static List<?> path(KuraMessage request) throws KuraException {
        List<?> path = (List<?>) request.getProperties().get(RequestHandlerMessageConstants.ARGS_KEY.value());
        if (path.isEmpty()) {
            throw new KuraException(KuraErrorCode.BAD_REQUEST);
        }
        return path;
    }

    /** The first bundle of that name, and of that version where one is given. */
    private Bundle named(byte[] body) throws KuraException {
        String name;
        JsonElement version;
        try {
            JsonObject wanted = JsonParser.parseString(new String(body, StandardCharsets.UTF_8))
                    .getAsJsonObject();
            name = wanted.get("name").getAsString();
            version = wanted.get("version");
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            throw new KuraException(KuraErrorCode.BAD_REQUEST, e);
        }
        return Arrays.stream(context.getBundles())
                .filter(each -> name.equals(each.getSymbolicName()))
                .filter(each -> version == null
                        || version.getAsString().equals(each.getVersion().toString()))
                .findFirst()
                .orElseThrow(() -> new KuraException(KuraErrorCode.NOT_FOUND));
    }

    private JsonElement inventory() {
        List<JsonObject> resources = new ArrayList<>();
        Arrays.stream(context.getBundles())
                .forEach(each -> resources.add(resource(each.getSymbolicName(), each.getVersion(), "BUNDLE")));
        Arrays.stream(admin.listDeploymentPackages())
                .forEach(each -> resources.add(resource(each.getName(), each.getVersion(), "DP")));
        resources.sort(Comparator.comparing(each -> each.get("name").getAsString()));
        JsonArray json = new JsonArray();
        resources.forEach(json::add);
        return json;
    }

    private static JsonObject resource(String name, Object version, String type) {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("version", version.toString());
        json.addProperty("type", type);
        return json;
    }

    private static KuraMessage answer(String name, JsonElement content) {
        JsonObject json = new JsonObject();
        json.add(name, content);
        KuraMessage message = code(OK);
        message.getPayload().setBody(json.toString().getBytes(StandardCharsets.UTF_8));
        return message;
    }

    private static KuraMessage code(int code) {
        KuraPayload payload = new KuraPayload();
        payload.addMetric("response.code", code);
        return new KuraMessage(payload);
    }
}
