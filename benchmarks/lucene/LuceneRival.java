import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.store.MMapDirectory;

/**
 * The same queries in Java Lucene, for `trialist bench search --against lucene`.
 * Arguments: a folder with `studies` (id TAB text) and `queries` (kind TAB words); how many rounds.
 * Prints a line a query: best time TAB time of the first round, in milliseconds.
 */
public class LuceneRival {
    // No stop words, as in the other engines.
    private static final Analyzer WORDS = new EnglishAnalyzer(CharArraySet.EMPTY_SET);

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int rounds = Integer.parseInt(args[1]);
        try (MMapDirectory directory = new MMapDirectory(folder.resolve("index"))) {
            index(directory, folder.resolve("studies"));
            List<Query> queries = new ArrayList<>();
            for (String line : Files.readAllLines(folder.resolve("queries"))) {
                String[] cells = line.split("\t");
                queries.add(query(cells[0], terms(cells[1])));
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                time(new IndexSearcher(reader), queries, rounds);
            }
        }
    }

    private static void index(MMapDirectory directory, Path studies) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(WORDS).setRAMBufferSizeMB(256));
                java.util.stream.Stream<String> lines = Files.lines(studies)) {
            for (String line : (Iterable<String>) lines::iterator) {
                String[] cells = line.split("\t", 2);
                Document document = new Document();
                document.add(new StringField("id", cells[0], Field.Store.YES));
                document.add(new TextField("body", cells[1], Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    private static List<Term> terms(String words) throws IOException {
        List<Term> terms = new ArrayList<>();
        try (TokenStream stream = WORDS.tokenStream("body", words)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(new Term("body", word.toString()));
            }
            stream.end();
        }
        return terms;
    }

    private static Query query(String kind, List<Term> terms) {
        if (kind.equals("search.phrase")) {
            return new PhraseQuery("body", terms.stream().map(Term::text).toArray(String[]::new));
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Term term : terms) {
            query.add(new TermQuery(term), kind.equals("search.or") ? BooleanClause.Occur.SHOULD : BooleanClause.Occur.MUST);
        }
        return query.build();
    }

    private static void time(IndexSearcher searcher, List<Query> queries, int rounds) throws IOException {
        // Its query cache would answer the second round from memory.
        searcher.setQueryCache(null);
        double[] best = new double[queries.size()];
        double[] first = new double[queries.size()];
        Arrays.fill(best, Double.MAX_VALUE);
        long seen = 0;
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < best.length; i++) {
                long start = System.nanoTime();
                TopScoreDocCollector top = TopScoreDocCollector.create(10, Integer.MAX_VALUE); // the exact total is asked for
                searcher.search(queries.get(i), top);
                for (ScoreDoc hit : top.topDocs().scoreDocs) {
                    seen += searcher.doc(hit.doc).get("id").length();
                }
                double took = (System.nanoTime() - start) / 1e6;
                best[i] = Math.min(best[i], took);
                first[i] = round == 0 ? took : first[i];
            }
        }
        for (int i = 0; i < best.length; i++) {
            System.out.println(best[i] + "\t" + first[i]);
        }
        if (seen < 0) {
            throw new IllegalStateException();
        }
    }
}
