package org.sifang.notice;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON token by token, so that a property written twice is a fault among the others. */
final class JsonTree {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private final FaultLog faults;
    private int nodes;

    private JsonTree(JsonParser parser, FaultLog faults) {
        this.parser = parser;
        this.faults = faults;
    }

    static Tree read(String text, FaultLog faults) {
        try (JsonParser parser = JSON.createParser(text)) {
            Tree root = new JsonTree(parser, faults).tree(parser.nextToken(), "", 0);
            if (parser.nextToken() != null) {
                throw syntax(parser.currentTokenLocation());
            }
            return root;
        } catch (JsonProcessingException broken) {
            throw syntax(broken.getLocation());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static RuntimeException syntax(@Nullable JsonLocation at) {
        return at == null
                ? FaultLog.refusal(Wrong.JSON_SYNTAX, 1, 1)
                : FaultLog.refusal(Wrong.JSON_SYNTAX, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    private Tree tree(@Nullable JsonToken token, String path, int depth) throws IOException {
        if (depth > Tree.MAX_DEPTH || ++nodes > Tree.MAX_NODES) {
            throw FaultLog.refusal(Wrong.JSON_REFUSED);
        }
        if (token == JsonToken.START_OBJECT) {
            return mapping(path, depth);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Tree> items = new ArrayList<>();
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                items.add(tree(next, path + "[" + items.size() + "]", depth + 1));
            }
            return new Tree.Sequence(items);
        }
        if (token == null || token == JsonToken.VALUE_NULL) {
            return new Tree.Nothing();
        }
        return new Tree.Scalar(parser.getText(), token.isNumeric());
    }

    private Tree mapping(String path, int depth) throws IOException {
        Map<String, Tree> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int line = parser.currentTokenLocation().getLineNr();
            String step = Tree.step(path, name);
            if (entries.put(name, tree(parser.nextToken(), step, depth + 1)) != null) {
                faults.add(step, Wrong.TWICE, line);
            }
        }
        return new Tree.Mapping(entries);
    }
}
