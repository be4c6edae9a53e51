package org.sifang.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The typefaces of our papers, in the order in which they are asked for a character. The shipped ones cover GB 18030's
 * implementation levels 1 and 2 and a little more; an authority that must print every rare name puts the TrueType fonts
 * it has (level 3) in a folder and names it in {@code sifang.fonts}.
 */
@Component
class PaperFonts {

    private final List<Typeface> chain;

    PaperFonts(@Value("${sifang.fonts:}") String folder) throws IOException {
        List<Resource> files = new ArrayList<>();
        Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:fonts/*.ttf"))
                .sorted(Comparator.comparing((Resource file) -> rank(file)).thenComparing(PaperFonts::name))
                .forEach(files::add);
        if (!folder.isBlank()) {
            try (Stream<Path> own = Files.list(Path.of(folder))) {
                own.filter(file -> file.toString().toLowerCase().endsWith(".ttf"))
                        .sorted()
                        .map(FileSystemResource::new)
                        .forEach(files::add);
            }
        }
        chain = files.stream().map(Typeface::new).toList();
    }

    OpenFonts open(PDDocument document) {
        if (chain.isEmpty()) {
            throw new UncheckedIOException(
                    new IOException("No fonts on the class path (fonts/*.ttf): build the front end"));
        }
        return new OpenFonts(document, chain);
    }

    /** The simplified Chinese face comes first: the same code point looks different in a Japanese one. */
    private static int rank(Resource file) {
        return name(file).contains("SC-Regular") ? 0 : 1;
    }

    private static String name(Resource file) {
        return String.valueOf(file.getFilename());
    }
}
