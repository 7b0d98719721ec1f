INSERT INTO document (id, code, kind, org, title) VALUES (1, 'd', 'BAO_CAO', 1, 'x');
INSERT INTO document_section (id, document, code, seq, text) VALUES (5, 1, 'a', 1, '# Đầu đề[^a]

Thư viện [^2] tỉnh **đậm** [^chú], lại[^2]. Không có[^x], `mã [^2]`, \[^2], [^ 2], [^], [liên[^b] kết](https://x.vn/).
[^2]: Chú **đậm** và [liên kết](https://x.vn/), không[^chú] lồng
tiếp theo.

    Đoạn hai ![ảnh](a.png) `mã`.

Đoạn sau.

[^a]: # Của đầu đề
[^b]: - không là danh sách
[^chú]:
[^thừa]: Không ai nhắc.
[^2]: Lần hai.

- một[^c]

  [^c]: Trong mục.

```
[^d]: mã
```

> [^e]: trong trích dẫn

| A[^f] |
|---|
| b[^f] |

[^f]: Hai lần.

[Không địa chỉ]() và [có &](https://x.vn/?a=1&amp;b=2).
'), (6, 1, 'b', 2, 'Phần sau[^2].

[^2]: Số 2 của phần này.');
